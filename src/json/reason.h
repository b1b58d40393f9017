#pragma once
/// The description of base's Reason, so that answers can hold lists of them.
#include "base/reason.h"
#include "json/describe.h"

namespace zr {

const json::Struct& describe(const Reason*);

}  // namespace zr
