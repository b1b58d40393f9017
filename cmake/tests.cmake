# Tests beyond the modules' own programs, and what all of them stand on: a PostgreSQL of their own,
# started before the first test that asks for it and stopped after the last.
set(ZR_POSTGRES ${CMAKE_SOURCE_DIR}/tests/lib/postgres)
add_test(NAME postgres_start COMMAND ${ZR_POSTGRES} start ${CMAKE_BINARY_DIR})
add_test(NAME postgres_stop COMMAND ${ZR_POSTGRES} stop ${CMAKE_BINARY_DIR})
set_tests_properties(postgres_start PROPERTIES FIXTURES_SETUP postgres TIMEOUT 120)
set_tests_properties(postgres_stop PROPERTIES FIXTURES_CLEANUP postgres TIMEOUT 60)

# Node as ./dev setup leaves it, else the machine's own.
find_program(ZR_NODE node HINTS ${CMAKE_SOURCE_DIR}/build/node/node_modules/.bin REQUIRED)
find_program(ZR_NPM npm HINTS ${CMAKE_SOURCE_DIR}/build/node/node_modules/.bin REQUIRED)
get_filename_component(ZR_NODE_FOLDER ${ZR_NODE} DIRECTORY)

file(GLOB checkers CONFIGURE_DEPENDS tools/check_*.mjs)
foreach(checker ${checkers})
  string(REGEX REPLACE "^.*/check_(.*)\\.mjs$" "\\1" name ${checker})
  add_test(NAME check/${name} COMMAND ${ZR_NODE} ${CMAKE_SOURCE_DIR}/tools/check.mjs ${name})
  set_tests_properties(check/${name} PROPERTIES LABELS house TIMEOUT 60)
endforeach()

# Stories run through HTTP on both engines, each in a city of its own.
file(GLOB stories CONFIGURE_DEPENDS tests/stories/*.story)
foreach(story ${stories})
  get_filename_component(name ${story} NAME_WE)
  foreach(engine sqlite postgresql)
    add_test(NAME story/${name}/${engine}
             COMMAND ${ZR_NODE} ${CMAKE_SOURCE_DIR}/tests/stories/run.mjs $<TARGET_FILE:zhirong>
                     ${CMAKE_SOURCE_DIR} ${engine} ${story})
    set_tests_properties(story/${name}/${engine} PROPERTIES LABELS "house;story" TIMEOUT 120
                         FIXTURES_REQUIRED postgres)
  endforeach()
endforeach()

# The calculators answer as contracts §4 says: the vectors of the domain through the built program.
file(GLOB vectors CONFIGURE_DEPENDS tests/calc/*.jsonl)
foreach(file ${vectors})
  get_filename_component(name ${file} NAME_WE)
  add_test(NAME calc/${name} COMMAND ${ZR_NODE} ${CMAKE_SOURCE_DIR}/tests/calc/run.mjs
                                     $<TARGET_FILE:zhirong> ${CMAKE_SOURCE_DIR} ${name})
  set_tests_properties(calc/${name} PROPERTIES LABELS house TIMEOUT 60)
endforeach()

# The record as its auditor meets it: proof, export, erasure, anchors, keys; what the verbs refuse.
foreach(engine sqlite postgresql)
  add_test(NAME record/${engine}
           COMMAND ${ZR_NODE} ${CMAKE_SOURCE_DIR}/tests/record/record.mjs $<TARGET_FILE:zhirong>
                   $<TARGET_FILE:zhirong-verify> ${CMAKE_SOURCE_DIR} ${engine})
  add_test(NAME record/command_line/${engine}
           COMMAND ${ZR_NODE} ${CMAKE_SOURCE_DIR}/tests/record/command_line.mjs
                   $<TARGET_FILE:zhirong> ${CMAKE_SOURCE_DIR} ${engine})
  set_tests_properties(record/${engine} record/command_line/${engine} PROPERTIES
                       LABELS house TIMEOUT 120 FIXTURES_REQUIRED postgres)
endforeach()

# The control table against a served city, by its rows.
file(GLOB controls CONFIGURE_DEPENDS tests/security/*.mjs)
foreach(file ${controls})
  get_filename_component(name ${file} NAME_WE)
  foreach(engine sqlite postgresql)
    add_test(NAME security/${name}/${engine}
             COMMAND ${ZR_NODE} ${file} $<TARGET_FILE:zhirong> ${CMAKE_SOURCE_DIR} ${engine})
    set_tests_properties(security/${name}/${engine} PROPERTIES LABELS house TIMEOUT 300
                         FIXTURES_REQUIRED postgres)
  endforeach()
endforeach()

# News of the record over the event stream.
foreach(engine sqlite postgresql)
  add_test(NAME events/${engine} COMMAND ${ZR_NODE} ${CMAKE_SOURCE_DIR}/tests/events/events.mjs
                                         $<TARGET_FILE:zhirong> ${CMAKE_SOURCE_DIR} ${engine})
  set_tests_properties(events/${engine} PROPERTIES LABELS house TIMEOUT 120
                       FIXTURES_REQUIRED postgres)
endforeach()

# kill -9, one writer, backup and restore. Long in the night, so ./dev night runs them too.
file(GLOB durable CONFIGURE_DEPENDS tests/durability/*.mjs)
list(FILTER durable EXCLUDE REGEX "/(load|random)\\.mjs$")
foreach(script ${durable})
  get_filename_component(name ${script} NAME_WE)
  foreach(engine sqlite postgresql)
    add_test(NAME durability/${name}/${engine} COMMAND ${ZR_NODE} ${script} $<TARGET_FILE:zhirong>
                                                       ${CMAKE_SOURCE_DIR} ${engine})
    set_tests_properties(durability/${name}/${engine} PROPERTIES LABELS "house;night" TIMEOUT 5400
                         FIXTURES_REQUIRED postgres)
  endforeach()
endforeach()

# The demo city, the same on both engines.
add_test(NAME demo COMMAND ${ZR_NODE} ${CMAKE_SOURCE_DIR}/tests/demo/demo.mjs
                           $<TARGET_FILE:zhirong> ${CMAKE_SOURCE_DIR})
set_tests_properties(demo PROPERTIES LABELS house TIMEOUT 300 FIXTURES_REQUIRED postgres)

# The same random commands on both engines at once.
add_test(NAME durability/random COMMAND ${ZR_NODE} ${CMAKE_SOURCE_DIR}/tests/durability/random.mjs
                                        $<TARGET_FILE:zhirong> ${CMAKE_SOURCE_DIR})
set_tests_properties(durability/random PROPERTIES LABELS "house;night" TIMEOUT 5400
                     FIXTURES_REQUIRED postgres)

# What is written from the command table: docs/openapi.json and the page's types.
add_test(NAME openapi COMMAND ${ZR_NODE} ${CMAKE_SOURCE_DIR}/tests/openapi/run.mjs
                              $<TARGET_FILE:zhirong> ${CMAKE_SOURCE_DIR})
set_tests_properties(openapi PROPERTIES LABELS "house;web" TIMEOUT 120)

# The built page in Chromium: what it looked like is kept in ${CMAKE_BINARY_DIR}/browser.
file(GLOB journeys CONFIGURE_DEPENDS tests/browser/*.mjs)
foreach(journey ${journeys})
  get_filename_component(name ${journey} NAME_WE)
  set(engines sqlite postgresql)
  if(name STREQUAL "picture")
    # The demo city is proven to be the same on both; its pictures need one.
    set(engines sqlite)
  endif()
  foreach(engine ${engines})
    add_test(NAME browser/${name}/${engine}
             COMMAND ${ZR_NODE} ${journey} $<TARGET_FILE:zhirong> ${CMAKE_SOURCE_DIR} ${engine}
                     ${CMAKE_BINARY_DIR}/browser/${name}_${engine})
    set_tests_properties(browser/${name}/${engine} PROPERTIES LABELS "house;browser" TIMEOUT 1800
                         FIXTURES_REQUIRED postgres)
  endforeach()
endforeach()

if(EXISTS ${CMAKE_SOURCE_DIR}/web/package.json)
  add_test(NAME web/unit COMMAND ${ZR_NPM} test WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/web)
  set_tests_properties(web/unit PROPERTIES LABELS "house;web" TIMEOUT 300
                       ENVIRONMENT_MODIFICATION PATH=path_list_prepend:${ZR_NODE_FOLDER})
  # The page as it was built weighs no more than its budget.
  add_test(NAME web/budget COMMAND ${ZR_NODE} ${CMAKE_SOURCE_DIR}/web/scripts/budget.mjs)
  set_tests_properties(web/budget PROPERTIES LABELS "house;web" TIMEOUT 60)
endif()

# Every test learns where the address of its PostgreSQL stands.
get_property(tests DIRECTORY PROPERTY TESTS)
foreach(test ${tests})
  set_property(TEST ${test} APPEND PROPERTY ENVIRONMENT
               ZR_TEST_PG_FILE=${CMAKE_BINARY_DIR}/postgres.url)
endforeach()
