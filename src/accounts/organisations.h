#pragma once
/// Organisations and their branches: made, renamed with validity, closed with a successor.
#include "access/party.h"
#include "journal/command.h"

namespace zr::accounts {

/// POST /organisations
struct CreateOrganisation {
  access::PartyKind kind = access::PartyKind::bank;
  std::optional<std::int64_t> parent;
  std::optional<std::string> uscc;
  access::PartyFacts facts;
  std::optional<Date> effective;  ///< from when; the business date if left out
};
const json::Struct& describe(const CreateOrganisation*);

/// POST /organisations/{id}/rename: a new name from a day on; figures keep the name of their date.
struct RenameOrganisation {
  std::int64_t id = 0;
  std::string name;
  std::optional<std::string> short_name;
  Date effective;
};
const json::Struct& describe(const RenameOrganisation*);

/// POST /organisations/{id}/close
struct CloseOrganisation {
  std::int64_t id = 0;
  Date effective;
  std::optional<std::int64_t> successor;
};
const json::Struct& describe(const CloseOrganisation*);

Result<journal::Changed> create_organisation(journal::Context& in, const CreateOrganisation& input);
Result<journal::Changed> rename_organisation(journal::Context& in, const RenameOrganisation& input);
Result<journal::Changed> close_organisation(journal::Context& in, const CloseOrganisation& input);

/// Publishing the region tree; `init` does it from data/regions.csv.
struct PublishedRegion {
  std::string code;
  std::string name;
  std::string english;
  std::string kind;
  std::optional<std::string> statutory_code;
  std::int64_t tile_column = 1;
  std::int64_t tile_row = 1;
  std::string short_name;
};
const json::Struct& describe(const PublishedRegion*);
struct PublishRegions {
  Date valid_from;
  std::vector<PublishedRegion> regions;
};
const json::Struct& describe(const PublishRegions*);
Result<journal::Changed> publish_regions(journal::Context& in, const PublishRegions& input);

}  // namespace zr::accounts
