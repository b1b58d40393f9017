# What the second person sent back stays readable to its maker, with the remark and the content, until it is made anew.
organisation bureau = city_bureau 示例市市场监督管理局
person first.handler = bureau_handler of bureau
person other.handler = bureau_handler of bureau
person first.reviewer = bureau_reviewer of bureau
as first.handler
POST /regions/publish {"valid_from":"2026-09-01","regions":[{"code":"410105","name":"示例区","english":"Example District","kind":"district","tile_column":6,"tile_row":1,"short_name":"示例"}]} → 202 saving waiting=/command
GET /commands?state=returned → 200 {"rows":[]}
GET /commands?state=awaiting → 200 {"rows":[{"id":{waiting},"mine":true}]}
as first.reviewer
GET /commands → 200 {"rows":[{"id":{waiting}}]} saving version=/rows/0/version
POST /commands/{waiting}/return if-match={version} {"remark":"名称有误"} → 200
GET /commands → 200 {"rows":[]}
# Nobody else's: neither the checker nor a colleague makes it again.
GET /commands?state=returned → 200 {"rows":[]}
as other.handler
GET /commands?state=returned → 200 {"rows":[]}
as first.handler
GET /commands → 200 {"rows":[]}
GET /commands?state=returned → 200 {"rows":[{"id":{waiting},"command":"regions.publish","mine":true,"remark":"名称有误"}]}
GET /commands?state=returned → 200 {"rows":[{"body":{"regions":[{"code":"410105","name":"示例区"}]}}]}
GET /commands?state=lost → 400 {"errors":[{"pointer":"/state"}]}
