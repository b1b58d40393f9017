# People are found by login or organisation, within what the reader keeps; names are kept apart and are not searched.
organisation jia = bank 示例银行甲
organisation yi = bank 示例银行乙
person jia.admin = institution_admin of jia
person jia.clerk = bank_clerk of jia
person yi.admin = institution_admin of yi
as system
GET /people?text=CLERK → 200 {"rows":[{"login":"jia.clerk"}]}
GET /people?text=银行乙 → 200 {"rows":[{"login":"yi.admin"}]}
GET /people?text=_ → 200 {"rows":[]}
GET /people?text=系统管理员 → 200 {"rows":[]}
as jia.admin
GET /people?text=admin → 200 {"rows":[{"login":"jia.admin"}]}
GET /people?text=银行乙 → 200 {"rows":[]}
