/// The screens of this module as reads.
#include "access/region.h"
#include "access/session.h"
#include "accounts/accounts.h"
#include "accounts/command_state.h"
#include "accounts/erasure.h"
#include "accounts/grants.h"
#include "accounts/grounds.h"
#include "accounts/institutions.h"
#include "accounts/organisations.h"
#include "accounts/people.h"
#include "accounts/records.h"
#include "accounts/sessions.h"
#include "accounts/store.h"

namespace zr::accounts {

namespace {

template <class Row>
std::string id_cursor(const Row& row) {
  return std::to_string(row.id);
}

Result<api::Page<OrganisationRow>> list_organisations(api::ReadContext& in,
                                                      const OrganisationQuery& query) {
  return api::page_of(store::organisations(in, query), query.listing, id_cursor<OrganisationRow>);
}

Result<OrganisationRow> one_organisation(api::ReadContext& in, const api::OneQuery& query) {
  auto found = store::organisation(in, query.id);
  if (!found) return not_found;
  return std::move(*found);
}

Result<api::Page<access::PartyVersion>> organisation_history(api::ReadContext& in,
                                                             const api::OneQuery& query) {
  if (!store::organisation(in, query.id)) return not_found;
  return api::Page<access::PartyVersion>{.rows = access::party_versions(in.tx, query.id)};
}

Result<api::Page<PersonRow>> list_people(api::ReadContext& in, const PeopleQuery& query) {
  return api::page_of(store::people(in, query), query.listing, id_cursor<PersonRow>);
}

Result<api::Page<WaitingRow>> list_waiting(api::ReadContext& in, const WaitingQuery& query) {
  auto page = api::page_of(query.state == journal::WaitingState::awaiting
                               ? store::waiting(in, query.listing)
                               : store::decided(in, query),
                           query.listing, id_cursor<WaitingRow>);
  std::erase_if(page.rows, [&](const WaitingRow& row) {
    return !row.mine && !in.actor.may(row.command + "/check");
  });
  return page;
}

Result<api::Page<AccessEventRow>> list_access_events(api::ReadContext& in,
                                                     const AccessEventQuery& query) {
  return api::page_of(store::access_events(in, query), query.listing, id_cursor<AccessEventRow>);
}

Result<api::Page<access::Region>> list_regions(api::ReadContext& in, const api::NoQuery&) {
  return api::Page<access::Region>{.rows = access::regions(in.tx, in.today)};
}

std::vector<access::PartyKind> kinds_of(const access::Role& role) {
  std::vector<access::PartyKind> kinds;
  for (const Name& row : names_of(access::PartyKind{}))
    if (const auto kind = static_cast<access::PartyKind>(row.value); access::allows(role, kind))
      kinds.push_back(kind);
  return kinds;
}

Result<api::Page<RoleRow>> list_roles(api::ReadContext& in, const api::NoQuery&) {
  api::Page<RoleRow> page;
  for (const access::Role& role : access::roles(in.tx))
    page.rows.push_back({.code = role.code, .zh = role.zh, .en = role.en, .kinds = kinds_of(role)});
  return page;
}

}  // namespace

std::vector<journal::Command> commands() {
  using journal::Changed;
  using journal::command;
  using journal::Eyes;
  using journal::Traits;
  std::vector<journal::Command> all{
      command<CreateOrganisation, Changed>({"organisations",
                                            "create",
                                            "登记机构",
                                            "Register an organisation",
                                            Eyes::two,
                                            {no_such_parent, uscc_known, no_such_region}},
                                           create_organisation),
      command<RenameOrganisation, Changed>({"organisations",
                                            "rename",
                                            "机构更名",
                                            "Rename an organisation",
                                            Eyes::two,
                                            {organisation_closed},
                                            Traits::Version::asked},
                                           rename_organisation),
      command<CloseOrganisation, Changed>(
          {"organisations",
           "close",
           "停用机构",
           "Close an organisation",
           Eyes::two,
           {organisation_closed, has_open_branches, no_such_organisation},
           Traits::Version::asked},
          close_organisation),
      command<PublishRegions, Changed>({.noun = "regions",
                                        .verb = "publish",
                                        .zh = "发布区划",
                                        .en = "Publish the region tree",
                                        .eyes = Eyes::four,
                                        .refuses = {no_such_region, region_known, no_region_given}},
                                       publish_regions)};
  all.push_back(end_session_command());
  for (auto& more : people_commands()) all.push_back(std::move(more));
  all.push_back(erase_command());
  for (auto& more : grant_commands()) all.push_back(std::move(more));
  return all;
}

std::vector<imports::Kind> import_kinds() {
  return {institutions_kind()};
}

std::vector<api::Read> reads() {
  using api::read_list;
  using api::read_one;
  return {
      read_list<OrganisationQuery, OrganisationRow>(
          {"/organisations", "organisations.read", "机构", "Organisations"}, list_organisations),
      read_one<api::OneQuery, OrganisationRow>(
          {"/organisations/{id}", "organisations.read", "机构", "Organisation"}, one_organisation),
      read_list<api::OneQuery, access::PartyVersion>(
          {"/organisations/{id}/history", "organisations.read", "机构变更",
           "History of an organisation"},
          organisation_history),
      read_list<PeopleQuery, PersonRow>({"/people", "people.read", "人员账号", "People"},
                                        list_people),
      read_list<WaitingQuery, WaitingRow>({"/commands", "", "待复核", "Waiting for approval"},
                                          list_waiting),
      records_read(),
      record_read(),
      read_list<AccessEventQuery, AccessEventRow>(
          {"/access-events", "journal.read", "访问日志", "Access log"}, list_access_events),
      read_list<api::NoQuery, access::Region>({"/regions", "", "区划", "Regions"}, list_regions),
      read_list<api::NoQuery, RoleRow>({"/roles", "", "角色", "Roles"}, list_roles),
      command_state_read(),
      sessions_read(),
  };
}

}  // namespace zr::accounts
