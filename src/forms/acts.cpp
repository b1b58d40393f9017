#include "forms/acts.h"

namespace zr::forms {

const json::Struct& describe(const FillAnswer*) {
  static const json::Struct table(
      "FillAnswer",
      {{"id", &FillAnswer::id, "报表", "Answer"},
       json::embed(&FillAnswer::cover),
       {"cells", &FillAnswer::cells, "填报内容", "Cells"},
       {"reasons", &FillAnswer::reasons, "校验说明", "Reasons"},
       {"scan", &FillAnswer::scan, "盖章扫描件", "Stamped scan", {.max_length = 64}}});
  return table;
}

const json::Struct& describe(const PrepareAnswer*) {
  static const json::Struct table("PrepareAnswer", {{"id", &PrepareAnswer::id, "报表", "Answer"}});
  return table;
}

const json::Struct& describe(const Prepared*) {
  static const json::Struct table(
      "Prepared", {{"id", &Prepared::id, "报表", "Answer"},
                   {"number", &Prepared::number, "版次", "Number"},
                   {"digest", &Prepared::digest, "摘要", "Digest"},
                   {"known_at", &Prepared::known_at, "数据截至记录", "Known at record"},
                   {"version", &Prepared::version, "版本", "Version"}});
  return table;
}

const json::Struct& describe(const SubmitAnswer*) {
  static const json::Struct table(
      "SubmitAnswer", {{"id", &SubmitAnswer::id, "报表", "Answer"},
                       {"number", &SubmitAnswer::number, "版次", "Number", {.min = 1}},
                       {"digest", &SubmitAnswer::digest, "摘要", "Digest", {.max_length = 64}}});
  return table;
}

const json::Struct& describe(const Receipt*) {
  static const json::Struct table("Receipt",
                                  {{"id", &Receipt::id, "报表", "Answer"},
                                   {"number", &Receipt::number, "版次", "Number"},
                                   {"receipt", &Receipt::receipt, "回执号", "Receipt"},
                                   {"received", &Receipt::received, "收到时间", "Received"},
                                   {"due", &Receipt::due, "报送期限", "Due"},
                                   {"timeliness", &Receipt::timeliness, "及时性", "Timeliness"},
                                   {"version", &Receipt::version, "版本", "Version"}});
  return table;
}

const json::Struct& describe(const RecordOutside*) {
  static const json::Struct table(
      "RecordOutside",
      {{"id", &RecordOutside::id, "报表", "Answer"},
       {"number", &RecordOutside::number, "版次", "Number", {.min = 1}},
       {"digest", &RecordOutside::digest, "摘要", "Digest", {.max_length = 64}},
       {"channel", &RecordOutside::channel, "报送渠道", "Channel"},
       {"received", &RecordOutside::received, "收到时间", "Received"},
       {"receipt", &RecordOutside::receipt, "外部回执", "Outside receipt", {.max_length = 100}},
       {"scan", &RecordOutside::scan, "附件", "Scan", {.max_length = 64}}});
  return table;
}

const json::Struct& describe(const AcceptAnswer*) {
  static const json::Struct table(
      "AcceptAnswer", {{"id", &AcceptAnswer::id, "报表", "Answer"},
                       {"number", &AcceptAnswer::number, "版次", "Number", {.min = 1}},
                       {"remark", &AcceptAnswer::remark, "说明", "Remark", {.max_length = 500}}});
  return table;
}

const json::Struct& describe(const SendBackAnswer*) {
  static const json::Struct table(
      "SendBackAnswer", {{"id", &SendBackAnswer::id, "报表", "Answer"},
                         {"number", &SendBackAnswer::number, "版次", "Number", {.min = 1}},
                         {"remark", &SendBackAnswer::remark, "说明", "Remark", {.max_length = 500}},
                         {"remarks", &SendBackAnswer::remarks, "逐项意见", "Remarks"},
                         {"due", &SendBackAnswer::due, "更正期限", "To be corrected by"}});
  return table;
}

}  // namespace zr::forms
