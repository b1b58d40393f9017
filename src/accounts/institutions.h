#pragma once
/// Institutions and branches as an import kind 机构与分支导入: known by their credit code, else by
/// kind and name; a head office may stand in the same file. A head office never changes by import.
#include "access/party.h"
#include "imports/imports.h"

namespace zr::accounts {

/// A row of the file.
struct InstitutionLine {
  std::string name;
  std::optional<std::string> short_name;
  access::PartyKind kind = access::PartyKind::bank;
  std::optional<std::string> uscc;
  std::optional<std::string> head_office;  ///< by name, short name or credit code
  std::optional<std::string> region;       ///< by code, name or short name
  std::optional<std::string> zone;
};
const json::Struct& describe(const InstitutionLine*);

imports::Kind institutions_kind();

}  // namespace zr::accounts
