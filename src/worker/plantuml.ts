import { parse } from '../diagrams/plantuml.ts'
import { serve } from './serve.ts'

serve(parse)
