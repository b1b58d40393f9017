#pragma once
/// A file out of the house: recorded first, then sent under a name that cannot split a header, as
/// an attachment or in a sandbox of its own, so that nothing inside it ever runs as our page.
#include "api/read.h"
#include "http/signed_in.h"

namespace zr::http {

/// `attachment; filename="…"; filename*=UTF-8''…`; any name is safe.
std::string content_disposition(std::string_view name, api::Download::Shown shown);

/// Records who takes which bytes and answers them.
Response send_download(journal::Journal& journal, const Request& request, const SignedIn& who,
                       api::Download file);

}  // namespace zr::http
