#include "access/actor.h"

namespace zr::access {

std::span<const Name> names_of(PartyKind) {
  using enum PartyKind;
  static constexpr Name names[] = {
      named(platform, "platform", "平台运行单位", "Platform operator"),
      named(city_bureau, "city_bureau", "市市场监管局", "City market-supervision bureau"),
      named(regulator, "regulator", "银行业监管机构", "Banking regulator"),
      named(financial_bureau, "financial_bureau", "市金融局", "Financial-work bureau"),
      named(treasury, "treasury", "市财政局", "Treasury"),
      named(development_reform, "development_reform", "市发展改革委",
            "Development and reform commission"),
      named(science_bureau, "science_bureau", "市科技局", "Science bureau"),
      named(industry_bureau, "industry_bureau", "市工信局", "Industry bureau"),
      named(district_bureau, "district_bureau", "区县（开发区）主管部门", "District bureau"),
      named(park, "park", "园区运营单位", "Park operator"),
      named(bank, "bank", "银行", "Bank"),
      named(insurer, "insurer", "保险机构", "Insurer"),
      named(guarantor, "guarantor", "担保机构", "Guarantor"),
      named(pawnshop, "pawnshop", "典当行", "Pawnshop"),
      named(securities, "securities", "证券机构", "Securities firm"),
      named(appraiser, "appraiser", "评估机构", "Appraiser"),
      named(ip_service, "ip_service", "知识产权服务机构", "IP service firm"),
      named(operation_fund, "operation_fund", "运营基金", "Operation fund"),
      named(trading_platform, "trading_platform", "交易运营平台", "Trading platform"),
      named(window, "window", "受理窗口", "Registration window"),
      named(audit_office, "audit_office", "审计机构", "Audit office"),
      named(enterprise, "enterprise", "企业", "Enterprise"),
  };
  return names;
}

Scope scope_of(const Actor& actor) {
  switch (actor.kind) {
    case PartyKind::bank:
      return {.rows = actor.path, .totals = ""};
    case PartyKind::regulator:
      return {.rows = "/", .totals = "*"};
    case PartyKind::city_bureau:
      return {.rows = "/", .basis = Basis::stated, .totals = "*"};
    case PartyKind::financial_bureau:
      return {.rows = "", .totals = "*"};
    case PartyKind::district_bureau:
      return {.rows = "", .totals = actor.region};
    case PartyKind::platform:
    case PartyKind::treasury:
    case PartyKind::development_reform:
    case PartyKind::science_bureau:
    case PartyKind::industry_bureau:
    case PartyKind::park:
    case PartyKind::insurer:
    case PartyKind::guarantor:
    case PartyKind::pawnshop:
    case PartyKind::securities:
    case PartyKind::appraiser:
    case PartyKind::ip_service:
    case PartyKind::operation_fund:
    case PartyKind::trading_platform:
    case PartyKind::window:
    case PartyKind::audit_office:
    case PartyKind::enterprise:
      return {};
  }
  return {};
}

}  // namespace zr::access
