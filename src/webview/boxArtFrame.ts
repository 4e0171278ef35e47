import { render } from '../diagrams/boxArtRender.ts'
import { serve } from './serve.ts'

void serve({ render, parse: async () => [] })
