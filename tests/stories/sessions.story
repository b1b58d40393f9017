# Security 10: one's own sessions are listed and ended by their owner, nobody else's.
as system
GET /sessions → 200 {"rows":[{"current":true}]} saving first=/rows/0/id
as security
POST /sessions/{first}/end → 404 {"code":"not_found"}
as system
GET /sessions → 200 {"rows":[{"current":true}]}
as system with Luoshu-7-harbour-quilt
GET /sessions → 200 {"rows":[{"current":true},{"current":false}]}
POST /sessions/{first}/end → 200
POST /sessions/{first}/end → 404
GET /sessions → 200 {"rows":[{"current":true}]} saving second=/rows/0/id
# Ending the one in use signs out at the very next call.
POST /sessions/{second}/end → 200
GET /sessions → 401
