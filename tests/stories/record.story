# Security row 23: whoever audits finds a record by what was done, by whom, to what and when, and reads it whole.
as system
GET /organisations?kind=platform → 200 saving platform=/rows/0/id
POST /organisations {"kind":"bank","name":"示例银行甲"} → 200 saving bank=/id made=/version
POST /organisations {"kind":"bank","name":"示例银行乙"} → 200 saving other=/version
POST /organisations/{bank}/rename if-match={made} {"name":"示例银行甲二","effective":"2026-10-01"} → 200 saving renamed=/version
POST /organisations {"kind":"bank","name":"示例银行丙","parent":999} → 422 {"code":"no_such_parent"}
GET /journal → 403 {"code":"no_right"}
GET /journal/{made} → 403 {"code":"no_right"}
as audit
GET /journal?action=organisations.create&limit=1 → 200 {"rows":[{"action":"organisations.create","outcome":"refused"}]} saving next=/next
GET /journal?action=organisations.create&limit=1&cursor={next} → 200 {"rows":[{"sequence":{other}}]}
GET /journal?action=organisations.create&outcome=done&limit=2 → 200 {"rows":[{"sequence":{other}},{"sequence":{made}}]}
GET /journal?action=organisations.rename&outcome=refused → 200 {"rows":[]}
# The object of a record is named in it, whether it made it, changed it or was refused about it.
GET /journal?subject={bank} → 200 {"rows":[{"sequence":{renamed}},{"sequence":{made}}]}
GET /journal?subject=999 → 200 {"rows":[{"outcome":"refused"}]}
GET /journal?subject=99 → 200 {"rows":[]}
# The day of the record is the day it was received.
GET /journal?from=2026-10-01 → 200 {"rows":[]}
GET /journal?to=2026-09-29 → 200 {"rows":[]}
GET /journal?from=2026-09-30&to=2026-09-30&action=init → 200 {"rows":[{"sequence":1}]}
GET /journal?from=yesterday → 400 {"errors":[{"pointer":"/from"}]}
GET /journal?outcome=lost → 400 {"errors":[{"pointer":"/outcome"}]}
# One record whole: the bytes that were hashed, and who stands behind them.
GET /journal/{renamed} → 200 {"sequence":{renamed},"action":"organisations.rename","organisation":{platform},"outcome":"done","person_name":"系统管理员"} saving who=/person bytes=/bytes
GET /journal?person={who}&action=organisations.rename → 200 {"rows":[{"sequence":{renamed}}]}
GET /journal?person=999 → 200 {"rows":[]}
GET /journal?organisation={platform}&action=organisations.rename → 200 {"rows":[{"sequence":{renamed}}]}
GET /journal?organisation={bank} → 200 {"rows":[]}
GET /journal/999999 → 404 {"code":"not_found"}
