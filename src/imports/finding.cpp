/// Findings and the names of what stands in them.
#include "imports/imports.h"

namespace zr::imports {

std::span<const Name> names_of(Gravity) {
  static constexpr Name names[] = {named(Gravity::error, "error", "错误", "Error"),
                                   named(Gravity::warning, "warning", "提醒", "Warning"),
                                   named(Gravity::conflict, "conflict", "冲突", "Conflict"),
                                   named(Gravity::question, "question", "待答", "Question")};
  return names;
}

std::span<const Name> names_of(Step) {
  static constexpr Name names[] = {
      named(Step::reading, "reading", "正在读取文件", "Reading the file"),
      named(Step::checking, "checking", "正在核对", "Checking the rows"),
      named(Step::storing, "storing", "正在入库", "Storing the rows")};
  return names;
}

std::span<const Name> names_of(Effect) {
  static constexpr Name names[] = {named(Effect::created, "created", "新增", "New"),
                                   named(Effect::changed, "changed", "变更", "Changed"),
                                   named(Effect::same, "same", "无变化", "Unchanged")};
  return names;
}

const json::Struct& describe(const Choice*) {
  static const json::Struct table("Choice", {{"code", &Choice::code, "代码", "Code"},
                                             {"zh", &Choice::zh, "名称", "Chinese name"},
                                             {"en", &Choice::en, "英文名", "English name"}});
  return table;
}

Finding Finding::of(int row, std::string_view field, const Refusal& ground) {
  return {.row = row,
          .field = std::string(field),
          .code = std::string(ground.code),
          .zh = std::string(ground.zh),
          .en = std::string(ground.en)};
}

Finding Finding::with(Gravity how) && {
  gravity = how;
  return std::move(*this);
}

Finding Finding::asking(Gravity how, std::string asked, std::vector<Choice> answers) && {
  gravity = how;
  key = std::move(asked);
  choices = std::move(answers);
  return std::move(*this);
}

Finding Finding::or_other() && {
  other = true;
  return std::move(*this);
}

Finding Finding::suggesting(std::string text) && {
  suggestion = std::move(text);
  return std::move(*this);
}

Finding Finding::saying(std::string_view more_zh, std::string_view more_en) && {
  zh += more_zh;
  en += more_en;
  return std::move(*this);
}

}  // namespace zr::imports
