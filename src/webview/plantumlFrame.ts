import { parse } from '../diagrams/plantuml.ts'
import { render } from '../diagrams/plantumlRender.ts'
import { serve } from './serve.ts'

serve({ render, parse })
