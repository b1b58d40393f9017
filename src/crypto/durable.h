#pragma once
/// Writing the small files outside the database (key, anchors, list of backups) so that they
/// survive a power cut: the file and its directory are fsynced before the call returns.
#include <string>
#include <string_view>

namespace zr::crypto {

enum class Created { yes, existed };

/// A new file that only its owner may read. An existing file is left as it is.
Created create_private(const std::string& path, std::string_view bytes);
/// One more line at the end of a file, which is made if missing. The rest of a line that an earlier
/// crash cut off is removed first.
void append_line(const std::string& path, std::string_view line);

}  // namespace zr::crypto
