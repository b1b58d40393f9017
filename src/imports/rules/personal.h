#pragma once
/// What in a file's other columns is about a person: columns that the published list names, and any
/// value shaped like a mobile or identity number. Too much is held rather than too little.
#include <set>
#include <string>
#include <string_view>

namespace zr::imports {

/// Column names of the published list, as read_header compares them.
using PersonalColumns = std::set<std::string, std::less<>>;

/// Is this column in the list, or does its name hold one of the list's names (企业联系人电话)?
bool personal_column(const PersonalColumns& listed, std::string_view header);
/// Does the value hold 11 digits of a mobile number or 18 places of an identity number?
bool personal_shape(std::string_view value);
/// The first character and nothing else of the value.
std::string masked(std::string_view value);

}  // namespace zr::imports
