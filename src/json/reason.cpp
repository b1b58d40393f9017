#include "json/reason.h"

namespace zr {

const json::Struct& describe(const Reason*) {
  static const json::Struct table("Reason", {{"code", &Reason::code, "代码", "Code"},
                                             {"zh", &Reason::zh, "中文说明", "In Chinese"},
                                             {"en", &Reason::en, "英文说明", "In English"}});
  return table;
}

}  // namespace zr
