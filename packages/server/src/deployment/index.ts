export { type Deployment, openDeployment } from './open-deployment.ts'
