# Issue 2, item 4: an institution's own administrator invites, empowers, helps and lets go its people without SMS or
# mail, and gives only roles that its kind has; whoever has left can have their personal data erased.
organisation jia = bank 示例银行甲
organisation yi = bank 示例银行乙
person keeper = institution_admin of jia
person other = institution_admin of yi

as keeper
POST /staff {"name":"示例人员","login":"jia.new","phone":"13900001122","password":"password1234"} → 400 {"errors":[{"pointer":"/password","code":"weak_password"}]}
POST /staff {"organisation":{yi},"name":"示例人员","login":"jia.new","password":"Velvet-anchor-93-moss"} → 400 {"errors":[{"pointer":"/organisation","code":"unknown_field"}]}
POST /staff {"name":"示例人员","login":"jia.new","phone":"13900001122","password":"Velvet-anchor-93-moss"} → 200 saving new=/id
POST /staff/{new}/grant {"role":"bank_clerk"} → 200
POST /staff/{new}/grant {"role":"bank_clerk"} → 422 {"code":"role_held"}
POST /staff/{new}/grant {"role":"regulator_officer"} → 422 {"code":"no_such_role"}
POST /staff/{new}/grant {"role":"system_admin"} → 422 {"code":"no_such_role"}
# Nobody else's administrator can touch the account.
as other
POST /staff/{new}/grant {"role":"bank_reviewer"} → 404
POST /staff/{new}/reset if-match=1 {"password":"Cobalt-otter-58-lamp"} → 404

# The first password opens nothing but its own change.
as jia.new with Velvet-anchor-93-moss
GET /imports → 403 {"code":"must_change_password"}
POST /accounts/change-password {"old_password":"Velvet-anchor-93-moss","new_password":"Cobalt-otter-58-lamp"} → 200
as jia.new with Cobalt-otter-58-lamp
GET /imports → 200 {"rows":[]}

# A password forgotten is a new first password; a role taken back ends at once.
as keeper
GET /people?organisation={jia} → 200 {"rows":{"1":{"login":"jia.new"}}} saving seen=/rows/1/version
POST /staff/{new}/reset if-match={seen} {"password":"Harbour-lantern-77-oak"} → 200
as jia.new with Harbour-lantern-77-oak
POST /accounts/change-password {"old_password":"Harbour-lantern-77-oak","new_password":"Cobalt-otter-58-lamp"} → 200
as jia.new with Cobalt-otter-58-lamp
GET /imports → 200
as keeper
POST /staff/{new}/withdraw {"role":"bank_clerk"} → 200
POST /staff/{new}/withdraw {"role":"bank_clerk"} → 422 {"code":"role_not_held"}
as jia.new
GET /imports → 403 {"code":"no_right"}

# Who leaves is disabled, and the name and telephone are erased by two people.
as keeper
GET /people?organisation={jia} → 200 saving seen=/rows/1/version
POST /staff/{new}/disable if-match={seen} {} → 200
as jia.new
GET /sessions → 401
as system
GET /people?organisation={jia} → 200 {"rows":{"1":{"name":"示例人员","standing":"disabled"}}} saving person=/rows/1/person
POST /people/{person}/erase {} → 202 {"state":"awaiting_approval"} saving waiting=/command
as security
GET /commands → 200 {"rows":[{"command":"people.erase"}]} saving version=/rows/0/version
POST /commands/{waiting}/approve if-match={version} {"password":"Luoshu-7-harbour-quilt"} → 200 {"values":2}
as system
GET /people?organisation={jia} → 200 {"rows":{"1":{"name":"已删除"}}}
