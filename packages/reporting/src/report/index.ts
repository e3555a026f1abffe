export { computeReport } from './compute-report.ts'
export { countFigure, type FigureAsked } from './count-figure.ts'
export { type Published, publishFigures } from './publish-figures.ts'
