# A role says which kinds of organisation it fits, so that no other is offered.
as system
GET /roles → 200 {"rows":[{"code":"audit_admin","kinds":["platform"]},{"code":"auditor","kinds":["audit_office"]},{"code":"bank_clerk","kinds":["bank"]},{},{},{},{},{},{},{},{},{}]}
