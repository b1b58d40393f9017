#include "accounts/erasure.h"

#include <algorithm>

#include "access/people.h"
#include "accounts/grounds.h"
#include "files/files.h"
#include "journal/vault.h"

namespace zr::accounts {

namespace {

using journal::Context;

Result<Erased> erase(Context& in, const ErasePerson& input) {
  db::Tx bare(in.tx.connection(), nullptr);  // without a vault the row shows its commitments
  const auto person = access::person(bare, input.id);
  if (!person) return not_found;
  const auto accounts = access::accounts_of(in.tx, input.id);
  if (std::ranges::any_of(accounts, [](const access::Account& account) {
        return account.standing == access::AccountStanding::active;
      }))
    return account_active;
  std::vector<std::string> commitments{person->name};
  if (person->phone) commitments.push_back(*person->phone);
  const std::int64_t values =
      journal::erase(in.tx, {.commitments = std::move(commitments),
                             .nouns = {"people", "staff"},
                             .shown = [&](const std::string& commitment) {
                               return access::shown_of_a_person(bare, commitment);
                             }});
  if (values == 0) return already_erased;
  in.raise("people.erased", {input.id});
  return Erased{
      .id = input.id,
      .version = in.sequence,
      .values = values,
      .backups = files::known_backups(files::home()),
      .remains_zh =
          "数据库各行和空闲页中已不再保存；PostgreSQL 的变更日志及其归档、备机在覆盖前仍可能"
          "保留。所列备份仍含有该信息，请逐一处理；用其他方式复制的数据库不由本系统登记，"
          "请按保管台账处理",
      .remains_en =
          "No longer in any row or free page. PostgreSQL's log of changes, its archive and "
          "standbys may keep it until they are written over. The backups listed hold it "
          "still: deal with each. Copies made by other means are not known here"};
}

}  // namespace

const json::Struct& describe(const ErasePerson*) {
  static const json::Struct table("ErasePerson", {{"id", &ErasePerson::id, "人员", "Person"}});
  return table;
}

const json::Struct& describe(const Erased*) {
  static const json::Struct table(
      "Erased", {{"id", &Erased::id, "人员", "Person"},
                 {"version", &Erased::version, "版本", "Version"},
                 {"values", &Erased::values, "删除的信息数", "Values deleted"},
                 {"backups", &Erased::backups, "仍含有该信息的备份", "Backups that hold it"},
                 {"remains_zh", &Erased::remains_zh, "可能仍有副本之处", "Copies, in Chinese"},
                 {"remains_en", &Erased::remains_en, "英文说明", "Copies, in English"}});
  return table;
}

journal::Command erase_command() {
  return journal::command<ErasePerson, Erased>({.noun = "people",
                                                .verb = "erase",
                                                .zh = "删除人员个人信息",
                                                .en = "Erase a person's personal data",
                                                .eyes = journal::Eyes::four,
                                                .refuses = {account_active, already_erased}},
                                               erase);
}

}  // namespace zr::accounts
