import { parse } from '../diagrams/graphviz.ts'
import { render } from '../diagrams/graphvizRender.ts'
import { serve } from './serve.ts'

serve({ render, parse })
