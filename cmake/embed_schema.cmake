# Writes the source that holds a module's schema: cmake -DMODULE=… -DFOLDER=… -DOUT=… -P this.
# steps[0] is tables.sql, then NNNN_*.sql in the order of their numbers; views.sql may be missing.
# The module declares `const db::Schema& schema();` in its own header.
set(delimiter "zr_sql")

function(read_literal file out)
  file(READ ${file} text)
  string(FIND "${text}" ")${delimiter}\"" closes)
  if(NOT closes EQUAL -1)
    message(FATAL_ERROR "${file} holds the end of its own literal")
  endif()
  set(${out} "R\"${delimiter}(${text})${delimiter}\"" PARENT_SCOPE)
endfunction()

file(GLOB later ${FOLDER}/[0-9][0-9][0-9][0-9]_*.sql)
list(SORT later)
set(steps "")
foreach(file ${FOLDER}/tables.sql ${later})
  read_literal(${file} literal)
  string(APPEND steps "      ${literal},\n")
endforeach()
set(views "\"\"")
if(EXISTS ${FOLDER}/views.sql)
  read_literal(${FOLDER}/views.sql views)
endif()

file(WRITE ${OUT} "// Written by the build from the module's schema folder.
#include \"db/schema.h\"

namespace zr::${MODULE} {

const db::Schema& schema();
const db::Schema& schema() {
  static const db::Schema made{\"${MODULE}\", {
${steps}  }, ${views}};
  return made;
}

}  // namespace zr::${MODULE}
")
