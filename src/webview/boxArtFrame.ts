import { render } from '../diagrams/boxArtRender.ts'
import { serve } from './serve.ts'

serve({ render, parse: async () => [] })
