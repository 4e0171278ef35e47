import { parse } from '../diagrams/mermaid.ts'
import { serve } from './serve.ts'

serve(parse)
