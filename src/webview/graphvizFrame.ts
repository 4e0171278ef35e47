import { loadGraphviz } from '../diagrams/graphviz/load.ts'
import { parse } from '../diagrams/graphviz.ts'
import { render } from '../diagrams/graphvizRender.ts'
import { serve } from './serve.ts'

void serve({ render, parse, warmUp: loadGraphviz })
