#pragma once
/// Who lives in the demo city: the authorities, the district bureaus, the banks with their
/// branches, and one sign-in for each role that has a desk.
#include "app/demo_stage.h"
#include "app/demo_world.h"
#include "app/init.h"

namespace zr::app {

/// A bank of the world as it stands in the city.
struct DemoOffice {
  std::int64_t bank = 0;
  std::string clerk;     ///< login
  std::string reviewer;  ///< login
};

/// Sets the city up; answers the banks in the order of the world. `secrets` are those of init.
std::vector<DemoOffice> enter_cast(DemoStage& stage, const DemoWorld& world,
                                   const std::vector<OneTimeSecret>& secrets);

/// The sign-ins that a visitor gets, a line each, separated by tabs: roles, login, password,
/// organisation.
std::string sign_in_table(const DemoStage& stage);

}  // namespace zr::app
