# contracts §4: the page and an integrator ask the same function as the command line, by published tables.
as nobody
POST /calculators/identifier {"kind":"uscc","value":"914100001699995779"} → 401
as system
POST /calculators/identifier {"kind":"uscc","value":"9141 0000 1699 9957 79"} → 200 {"normalised":"914100001699995779","verdict":"valid"}
POST /calculators/deadline {"from":"2023-04-27","amount":2,"unit":"working_day","roll":"none"} → 200 {"due":"2023-05-04"}
POST /calculators/deadline {"from":"2026-12-30","amount":9,"unit":"working_day","roll":"none"} → 422 {"code":"no_calendar"}
POST /calculators/loan_class {"overdue_days":91} → 200 {"class":"substandard","because":[{"code":"overdue_days"}]}
POST /calculators/loan_class {"overdue_days":1.5,"days":2} → 400 {"errors":[{"pointer":"/days","code":"unknown_field"},{"pointer":"/overdue_days","code":"integer"}]}
POST /calculators/npl_tolerance {"ip_npl_fen":1,"ip_balance_fen":10,"all_npl_fen":0,"all_balance_fen":0} → 200 {"ip_ratio_ppm":100000,"all_ratio_ppm":null,"verdict":"not_applicable"}
POST /calculators/unknown {} → 404
GET /calculators/identifier → 404
