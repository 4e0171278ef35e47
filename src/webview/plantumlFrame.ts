import { draw } from '../diagrams/plantuml/draw.ts'
import { parse } from '../diagrams/plantuml.ts'
import { render } from '../diagrams/plantumlRender.ts'
import { serve } from './serve.ts'

void serve({ render, parse, warmUp: () => draw(['@startuml', 'A -> B', '@enduml']) })
