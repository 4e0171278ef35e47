import { parse } from '../diagrams/graphviz.ts'
import { serve } from './serve.ts'

serve(parse)
