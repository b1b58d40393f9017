# Contracts §3: what became of a command, by its key; another organisation's key is unknown.
as system
POST /organisations key=first {"kind":"bank","name":"示例银行甲"} → 200 saving bank=/id
GET /commands/first → 200 {"state":"done","answer":{"id":{bank}}}
POST /people key=weak-1 {"organisation":{bank},"name":"示例人员一","login":"jia.admin","password":"Velvet-anchor-93-moss"} → 200 saving admin=/id
POST /organisations key=refused {"kind":"bank","name":"示例银行乙","parent":1} → 422 {"code":"no_such_parent"}
GET /commands/refused → 200 {"state":"refused","answer":{"code":"no_such_parent"}}
GET /commands/never → 404 {"code":"not_found"}
GET /commands/never?key=first → 400 {"errors":[{"pointer":"/key","code":"repeated"}]}
as security
POST /grants key=grant {"account":{admin},"role":"institution_admin"} → 200
as jia.admin with Velvet-anchor-93-moss
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as jia.admin with Cobalt-otter-58-lamp
GET /commands/first → 404 {"code":"not_found"}
