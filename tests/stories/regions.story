# 区划: what a district is called from a day on ends what it was called before; two people publish it.
organisation bureau = city_bureau 示例市市场监督管理局
person handler = bureau_handler of bureau
person reviewer = bureau_reviewer of bureau
as handler
GET /regions → 200 {"rows":[{},{},{},{"code":"410105","valid_from":"2022-01-01","name":"金水区"},{},{},{},{},{},{},{},{},{},{},{},{}]}
POST /regions/publish {"valid_from":"2026-09-01","regions":[]} → 422 {"code":"no_region_given","errors":[{"pointer":"/regions"}]}
POST /regions/publish {"valid_from":"2022-01-01","regions":[{"code":"410105","name":"示例区","english":"Example District","kind":"district","tile_column":6,"tile_row":1,"short_name":"示例"}]} → 422 {"code":"region_known"}
POST /regions/publish {"valid_from":"2026-09-01","regions":[{"code":"410105","name":"示例区","english":"Example District","kind":"district","tile_column":6,"tile_row":1,"short_name":"示例"}]} → 202 saving waiting=/command
as reviewer
GET /commands → 200 saving version=/rows/0/version
POST /commands/{waiting}/approve if-match={version} {"password":"Luoshu-7-harbour-quilt"} → 200
GET /regions → 200 {"rows":[{},{},{},{"code":"410105","valid_from":"2026-09-01","name":"示例区"},{},{},{},{},{},{},{},{},{},{},{},{}]}
