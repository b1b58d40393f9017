#pragma once
/// The kinds of party of the action plan (mission, Parties).
#include <span>

#include "base/names.h"

namespace zr::access {

enum class PartyKind {
  platform,            ///< runs the installation; home of the three administrators
  city_bureau,         ///< 市市场监管局
  regulator,           ///< 银行业监管机构
  financial_bureau,    ///< 市金融局
  treasury,            ///< 市财政局
  development_reform,  ///< 市发展改革委
  science_bureau,      ///< 市科技局
  industry_bureau,     ///< 市工信局
  district_bureau,     ///< 区县、开发区
  park,                ///< 园区运营单位
  bank,                ///< 银行及其分支
  insurer,
  guarantor,
  pawnshop,
  securities,
  appraiser,
  ip_service,
  operation_fund,
  trading_platform,
  window,        ///< 受理窗口
  audit_office,  ///< 审计
  enterprise,
};
std::span<const Name> names_of(PartyKind);

}  // namespace zr::access
