# An organisation is registered, found by who keeps organisations, renamed with validity, closed.
as system
POST /organisations key=bank-1 {"kind":"bank","name":"示例银行甲","short_name":"银行甲","region":"410105"} → 200 saving bank=/id made=/version
# The same key and body answer the same; another body is refused.
POST /organisations key=bank-1 {"kind":"bank","name":"示例银行甲","short_name":"银行甲","region":"410105"} → 200 replay {"id":{bank},"version":{made}}
POST /organisations key=bank-1 {"kind":"bank","name":"示例银行乙"} → 422 {"code":"key_reused"}
POST /organisations {"kind":"bank","name":"示例银行乙","region":"999999"} → 422 {"code":"no_such_region","errors":[{"pointer":"/region"}]}
POST /organisations {"kind":"castle","name":"","colour":"red"} → 400 {"code":"bad_input","errors":[{"pointer":"/colour","code":"unknown_field"},{"pointer":"/kind","code":"enum"},{"pointer":"/name","code":"too_short"}]}
POST /organisations {"kind":"bank","name":"示例银行甲金水支行","parent":{bank},"region":"410105"} → 200 saving branch=/id
GET /organisations/{bank} → 200 {"name":"示例银行甲","region_name":"金水区","standing":"registered"} saving seen=etag
POST /organisations/{bank}/rename {"name":"示例银行甲股份","effective":"2026-11-01"} → 428
POST /organisations/{bank}/rename if-match=1 {"name":"示例银行甲股份","effective":"2026-11-01"} → 412
POST /organisations/{bank}/close if-match={seen} {"effective":"2099-01-01"} → 422 {"code":"has_open_branches"}
POST /organisations/{bank}/rename if-match={seen} {"name":"示例银行甲股份","effective":"2026-11-01"} → 200
GET /organisations/999 → 404 {"code":"not_found"}
# The bureau keeps no bank and oversees them all: it finds them to enter a file on behalf of one.
POST /organisations {"kind":"city_bureau","name":"示例市市场监督管理局"} → 200 saving bureau=/id
POST /organisations {"kind":"park","name":"示例园区"} → 200
POST /people {"organisation":{bureau},"name":"示例经办","login":"handler","password":"Velvet-anchor-93-moss"} → 200 saving handler=/id
as security
POST /grants {"account":{handler},"role":"bureau_handler"} → 200
as handler with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as handler with Cobalt-otter-58-lamp
GET /organisations?kind=bank → 200 {"rows":[{"id":{bank}},{"id":{branch}}]}
GET /organisations?kind=park → 200 {"rows":[]}
GET /organisations/{branch} → 200 {"name":"示例银行甲金水支行"}
# Who may not, may not: the audit administrator reads the record and keeps nothing.
as audit
POST /organisations {"kind":"bank","name":"示例银行丙"} → 403 {"code":"no_right"}
GET /organisations/{bank} → 403
GET /journal?limit=1 → 200
as nobody
GET /organisations → 401
# What closes stays closed: a later name does not open it again, nor does one that was announced before.
as system
POST /organisations {"kind":"bank","name":"示例银行丁"} → 200 saving late=/id seen=/version
POST /organisations/{late}/rename if-match={seen} {"name":"示例银行丁二","effective":"2099-12-01"} → 200
POST /organisations/{late}/close if-match={seen} {"effective":"2099-11-01"} → 200
GET /organisations/{late}/history → 200 {"rows":[{"effective":"2099-12-01","name":"示例银行丁二","standing":"closed"},{"effective":"2099-12-01","standing":"registered"},{"effective":"2099-11-01","name":"示例银行丁","standing":"closed"},{"standing":"registered"}]}
POST /organisations/{late}/rename if-match={seen} {"name":"示例银行丁三","effective":"2099-12-15"} → 422 {"code":"organisation_closed"}
POST /organisations {"kind":"bank","name":"示例银行戊"} → 200 saving late=/id seen=/version
POST /organisations/{late}/rename if-match={seen} {"name":"示例银行戊二","effective":"2099-11-01"} → 200
POST /organisations/{late}/close if-match={seen} {"effective":"2099-12-01"} → 200
GET /organisations/{late}/history → 200 {"rows":[{"effective":"2099-12-01","name":"示例银行戊二","standing":"closed"},{"name":"示例银行戊二","standing":"registered"},{"name":"示例银行戊"}]}
