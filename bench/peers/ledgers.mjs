// The peer of `zhirong bench imports`: the same files through the same checks in DuckDB's SQL, two threads.
// One JSON line: process CPU, and how often each fault was found. `node ledgers.mjs FOLDER`
import { DuckDBInstance } from "@duckdb/node-api";

const [folder] = process.argv.slice(2);
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = (n) => Array.from({ length: n }, (_, i) => 3 ** i % 31);
/** Sum of the weighted values of a code's characters from `first` on. */
const weighted = (first, list, letters = alphabet) =>
  list.map((weight, i) => `(strpos('${letters}', code[${first + i}]) - 1) * ${weight}`).join(" + ");
const organisation = `(11 - (${weighted(9, [3, 7, 9, 10, 5, 8, 4, 2], "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}) % 11) % 11`;

const sql = `
WITH file AS (
  SELECT *, upper(trim("统一社会信用代码")) AS code
  FROM read_csv('${folder}/ledger-*.csv', all_varchar = true, header = true, delim = ',', filename = true)
), typed AS (
  SELECT *,
    try_strptime(trim("放款日期"), ['%Y-%m-%d', '%Y/%m/%d', '%Y.%m.%d', '%Y年%m月%d日'])::DATE AS disbursed_on,
    try_strptime(trim("到期日期"), ['%Y-%m-%d', '%Y/%m/%d', '%Y.%m.%d', '%Y年%m月%d日'])::DATE AS matures_on,
    try_cast(replace("授信额度（万元）", ',', '') AS DECIMAL(18,6)) * 1000000 AS granted,
    try_cast(replace("放款金额（万元）", ',', '') AS DECIMAL(18,6)) * 1000000 AS disbursed,
    try_cast(replace("登记担保债权数额（万元）", ',', '') AS DECIMAL(18,6)) * 1000000 AS secured,
    try_cast(replace("贷款余额（万元）", ',', '') AS DECIMAL(18,6)) * 1000000 AS balance,
    try_cast("逾期天数" AS INTEGER) AS overdue,
    regexp_full_match(code, '[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}') AS formed,
    trim("借据号") AS note
  FROM file
), judged AS (
  SELECT *,
    NOT formed AS code_form,
    formed AND NOT (strpos('${alphabet}', code[18]) - 1 = (31 - (${weighted(1, weights(17))}) % 31) % 31
      AND CASE WHEN ${organisation} = 10 THEN 'X' ELSE (${organisation})::VARCHAR END = code[17]) AS code_check,
    trim("分支机构") NOT IN ('示例银行甲', '示例银行甲示例东支行') AS unknown_branch,
    trim("区县") NOT IN ('中原区','二七区','管城回族区','金水区','上街区','惠济区','中牟县','巩义市','荥阳市','新密市','新郑市','登封市') AS unknown_region,
    disbursed_on IS NULL OR matures_on IS NULL AS not_a_day,
    granted IS NULL OR disbursed IS NULL OR secured IS NULL OR balance IS NULL
      OR granted <> floor(granted) OR disbursed <> floor(disbursed) OR secured <> floor(secured) OR balance <> floor(balance) AS number_unclear,
    overdue IS NULL OR overdue NOT BETWEEN 0 AND 36525 AS bad_overdue,
    trim("五级分类") NOT IN ('正常','关注','次级','可疑','损失','正常类','关注类','次级类','可疑类','损失类') AS not_a_choice,
    trim("担保方式") NOT IN ('知识产权质押','纯知识产权质押','知识产权质押+保证','知识产权质押+保险','知识产权质押+其他','信用') AS unknown_mode,
    NOT list_has_all(['专利','商标','著作权','集成电路布图设计','地理标志','混合'], str_split("质押物类型", '、')) AS unknown_right,
    length("企业名称") NOT BETWEEN 1 AND 120 OR length(note) > 60 OR length("合同号") > 60 AS bad_text,
    row_number() OVER (PARTITION BY filename, note) > 1 AS again
  FROM typed
), sound AS (
  SELECT *, NOT (code_form OR not_a_day OR number_unclear OR bad_overdue OR not_a_choice OR unknown_mode OR unknown_right OR bad_text) AS read FROM judged
)
SELECT count(*) AS "rows",
  count(*) FILTER (code_form) AS "uscc code_form",
  count(*) FILTER (read AND code_check) AS "uscc code_check",
  count(*) FILTER (read AND unknown_branch) AS "branch unknown_branch",
  count(*) FILTER (read AND unknown_region) AS "district unknown_region",
  count(*) FILTER (not_a_day) AS "disbursed_on not_a_day",
  count(*) FILTER (number_unclear) AS "disbursed_fen number_unclear",
  count(*) FILTER (not_a_choice) AS "class not_a_choice",
  count(*) FILTER (read AND matures_on < disbursed_on) AS "matures_on due_before_disbursed",
  count(*) FILTER (read AND balance > disbursed) AS "balance_fen balance_above_disbursed",
  count(*) FILTER (read AND (disbursed_on > DATE '2026-09-30' OR overdue > DATE '2026-09-30' - disbursed_on)) AS "overdue_days overdue_beyond_drawdown",
  count(*) FILTER (read AND again) AS "note_number repeated_row"
FROM sound`;

const connection = await (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
const began = process.cpuUsage();
const [row] = await (await connection.runAndReadAll(sql)).getRowObjects();
const spent = process.cpuUsage(began);
const found = Object.fromEntries(Object.entries(row).map(([name, count]) => [name, Number(count)]).filter(([, count]) => count > 0));
console.log(JSON.stringify({ bench: "import_dry_run_duckdb", cpu_ms: (spent.user + spent.system) / 1000, ...found }));
