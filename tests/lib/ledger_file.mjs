// Loan ledgers as banks send them, of invented borrowers.

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const organisation_weights = [3, 7, 9, 10, 5, 8, 4, 2];

/** The n-th invented credit code: eighteen characters whose two check characters hold (GB 32100, GB 11714). */
export function credit_code(n) {
  const eight = n.toString().padStart(8, "0");
  const sum = organisation_weights.reduce((all, weight, i) => all + weight * Number(eight[i]), 0);
  const check = (11 - (sum % 11)) % 11;
  const front = `91410100${eight}${check === 10 ? "X" : check}`;
  let all = 0;
  let weight = 1;
  for (const character of front) {
    all += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return front + alphabet[(31 - (all % 31)) % 31];
}

/** The n-th drawdown note of a bank, good as it stands; `other` are cells that say something else. */
export const note = (n, other = {}) => ({
  借据号: `JJ-${n}`, 合同号: `HT-${n}`, 企业名称: `示例企业${n}`, 统一社会信用代码: credit_code(n), "区县（市）": "金水区",
  质押物类型: "专利", 担保方式: "纯知识产权质押", 放款日期: "2026-02-01", 到期日期: "2027-02-01", "登记担保债权数额（元）": "2000000.00",
  "放款金额（元）": "1000000.00", "贷款余额（元）": "800000.00", 逾期天数: "0", 五级分类: "正常", ...other,
});

/** The rows as a file in UTF-8, the columns those of the first row. */
export function ledger_csv(rows) {
  const titles = Object.keys(rows[0]);
  const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = [titles, ...rows.map((row) => titles.map((title) => row[title] ?? ""))];
  return Buffer.from(lines.map((line) => line.map(quoted).join(",")).join("\n") + "\n");
}
