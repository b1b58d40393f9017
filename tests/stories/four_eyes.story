# Issue 2, item 3: a grant needs a second person once two hold that right; before, the record says sole.
as system
POST /organisations {"kind":"bank","name":"示例银行甲"} → 200 saving bank=/id
POST /people {"organisation":{bank},"name":"示例人员一","login":"jia.admin","password":"Velvet-anchor-93-moss"} → 200 saving admin=/id
GET /organisations?kind=platform → 200 saving platform=/rows/0/id
POST /people {"organisation":{platform},"name":"示例人员二","login":"security2","password":"Velvet-anchor-93-moss"} → 200 saving second=/id
POST /people {"organisation":{platform},"name":"示例人员三","login":"system2","password":"password1234"} → 400 {"errors":[{"pointer":"/password","code":"weak_password"}]}
as security
POST /grants {"account":{admin},"role":"institution_admin"} → 200
POST /grants {"account":{admin},"role":"system_admin"} → 422 {"code":"no_such_role"}
POST /grants {"account":{second},"role":"security_admin"} → 200
POST /grants {"account":{second},"role":"audit_admin"} → 422 {"code":"roles_conflict"}
POST /grants/withdraw {"account":{admin},"role":"institution_admin"} → 202 {"state":"awaiting_approval"} saving waiting=/command
GET /commands → 200 {"rows":[{"command":"grants.withdraw","mine":true,"maker_name":"安全管理员"}]} saving version=/rows/0/version
POST /commands/{waiting}/approve if-match={version} {"password":"Luoshu-7-harbour-quilt"} → 422 {"code":"own_command"}
# First password: only a change of it is possible.
as security2 with Velvet-anchor-93-moss
GET /commands → 403 {"code":"must_change_password"}
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Velvet-anchor-93-moss"} → 422 {"code":"same_password"}
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
# The change ends every session of the account.
GET /commands → 401
as security2 with Cobalt-otter-58-lamp
GET /commands → 200 {"rows":[{"command":"grants.withdraw","mine":false}]}
POST /commands/{waiting}/approve if-match={version} {"password":"wrong"} → 422 {"errors":[{"pointer":"/password","code":"wrong_password"}]}
POST /commands/{waiting}/approve if-match=1 {"password":"Cobalt-otter-58-lamp"} → 412
POST /commands/{waiting}/approve key=yes if-match={version} {"password":"Cobalt-otter-58-lamp"} → 200
POST /commands/{waiting}/approve if-match={version} {"password":"Cobalt-otter-58-lamp"} → 422 {"code":"not_waiting"}
POST /grants {"account":{admin},"role":"institution_admin"} → 202 saving again=/command
GET /commands → 200 {"rows":[{"command":"grants.create","mine":true}]} saving version=/rows/0/version
# The other one sends it back with a reason; nothing was granted.
as security
POST /commands/{again}/return if-match={version} {"remark":"材料不全"} → 200
GET /commands → 200 {"rows":[]}
