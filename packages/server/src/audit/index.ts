export { type AuditAct, appendAudit, holdAuditEnd, openAudit } from './append-audit.ts'
export { type AuditCheck, type AuditFinding, checkAudit } from './check-audit.ts'
export { type AuditEntry, type AuditPage, readAuditPage } from './read-audit.ts'
