import { parse } from '../diagrams/mermaid.ts'
import { render } from '../diagrams/mermaidRender.ts'
import { serve } from './serve.ts'

void serve({ render, parse })
