export { installation } from './installation.routes.ts';
export { type OperatorReset, resetOperator } from './reset-operator.ts';
export { type PreparedInstallation, prepareInstallation } from './prepare-installation.ts';
