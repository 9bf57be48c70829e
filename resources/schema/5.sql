CREATE TABLE attachment (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, bytes BLOB NOT NULL, CONSTRAINT attachment_size CHECK (size = length(bytes))) STRICT;

CREATE TABLE step (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL, at TEXT NOT NULL, author TEXT NOT NULL, state TEXT NOT NULL, schema_version INTEGER NOT NULL, hash TEXT NOT NULL, CONSTRAINT step_state CHECK (state IN ('done', 'undone', 'abandoned'))) STRICT;

CREATE TABLE change (step INTEGER NOT NULL REFERENCES step (seq) ON DELETE RESTRICT, seq INTEGER NOT NULL, record TEXT NOT NULL, record_id TEXT NOT NULL, before TEXT, after TEXT, PRIMARY KEY (step, seq), CONSTRAINT change_any CHECK (before IS NOT NULL OR after IS NOT NULL)) STRICT, WITHOUT ROWID;

CREATE INDEX change_record_id ON change (record_id);

CREATE INDEX change_removed ON change (record) WHERE after IS NULL;

CREATE TABLE indexed (seq INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE) STRICT;

CREATE VIRTUAL TABLE search USING fts5(text, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', detail = none);

CREATE VIRTUAL TABLE parts USING fts5(text, tokenize = 'trigram', detail = none, content = '');

CREATE TABLE "project" ("id" TEXT PRIMARY KEY NOT NULL, "title" TEXT NOT NULL, "question" TEXT NOT NULL, "scale" TEXT NOT NULL, "tlp" TEXT NOT NULL, "author" TEXT NOT NULL, "distribution" TEXT NOT NULL, "cut_off" TEXT NOT NULL, "created_at" TEXT NOT NULL, CONSTRAINT project_scale CHECK ("scale" IN ('icd203', 'phia', 'kent')), CONSTRAINT project_tlp CHECK ("tlp" IN ('TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'))) STRICT;

CREATE TABLE "origin_group" ("id" TEXT PRIMARY KEY NOT NULL, "label" TEXT NOT NULL, "reason" TEXT NOT NULL) STRICT;

CREATE TABLE "source" ("id" TEXT PRIMARY KEY NOT NULL, "number" INTEGER NOT NULL, "kind" TEXT NOT NULL, "title" TEXT NOT NULL, "publisher" TEXT NOT NULL, "authors" TEXT NOT NULL, "published" TEXT, "section" TEXT NOT NULL, "dateline" TEXT NOT NULL, "language" TEXT NOT NULL, "original_language" TEXT NOT NULL, "relation" TEXT NOT NULL, "url" TEXT NOT NULL, "reliability" TEXT, "reliability_reason" TEXT NOT NULL, "fidelity" TEXT, "origin_kind" TEXT, "affiliation" TEXT NOT NULL, "access" TEXT NOT NULL, "interest" TEXT NOT NULL, "standing" TEXT NOT NULL, "tlp" TEXT, "group" TEXT REFERENCES "origin_group" (id) ON DELETE RESTRICT, "basis" TEXT NOT NULL, "as_given" TEXT NOT NULL, CONSTRAINT source_kind CHECK ("kind" IN ('document', 'person', 'organisation', 'image', 'register')), CONSTRAINT source_authors CHECK (substr("authors", 1, 1) IN ('[', '{')), CONSTRAINT source_relation CHECK ("relation" IN ('original', 'quotes', 'paraphrases', 'translates', 'republishes', 'unknown')), CONSTRAINT source_reliability CHECK ("reliability" IN ('A', 'B', 'C', 'D', 'E', 'F')), CONSTRAINT source_fidelity CHECK ("fidelity" IN ('verbatim', 'faithful', 'altered', 'unknown')), CONSTRAINT source_origin_kind CHECK ("origin_kind" IN ('identified', 'anonymous', 'unknown', 'unattributed')), CONSTRAINT source_standing CHECK ("standing" IN ('current', 'corrected', 'retracted')), CONSTRAINT source_tlp CHECK ("tlp" IN ('TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR')), CONSTRAINT source_basis CHECK (substr("basis", 1, 1) IN ('[', '{')), CONSTRAINT source_as_given CHECK (substr("as_given", 1, 1) IN ('[', '{'))) STRICT;

CREATE INDEX source_group ON source ("group");

CREATE TABLE "capture" ("id" TEXT PRIMARY KEY NOT NULL, "source" TEXT NOT NULL REFERENCES "source" (id) ON DELETE RESTRICT, "file_name" TEXT NOT NULL, "size" INTEGER NOT NULL, "sha256" TEXT NOT NULL REFERENCES "attachment" (sha256) ON DELETE RESTRICT, "media_type" TEXT NOT NULL, "captured_at" TEXT NOT NULL, "captured_by" TEXT NOT NULL, "tool" TEXT NOT NULL, "address" TEXT NOT NULL, "text_sha256" TEXT NOT NULL REFERENCES "attachment" (sha256) ON DELETE RESTRICT, "text_length" INTEGER NOT NULL, "text_method" TEXT NOT NULL, "remark" TEXT NOT NULL) STRICT;

CREATE INDEX capture_source ON capture ("source");

CREATE INDEX capture_sha256 ON capture ("sha256");

CREATE INDEX capture_text_sha256 ON capture ("text_sha256");

CREATE TABLE "excerpt" ("id" TEXT PRIMARY KEY NOT NULL, "number" INTEGER NOT NULL, "source" TEXT NOT NULL REFERENCES "source" (id) ON DELETE RESTRICT, "capture" TEXT REFERENCES "capture" (id) ON DELETE RESTRICT, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, "exact" TEXT NOT NULL, "prefix" TEXT NOT NULL, "suffix" TEXT NOT NULL, "page" INTEGER, "region" TEXT, CONSTRAINT excerpt_region CHECK ("region" IS NULL OR substr("region", 1, 1) IN ('[', '{'))) STRICT;

CREATE INDEX excerpt_source ON excerpt ("source");

CREATE INDEX excerpt_capture ON excerpt ("capture");

CREATE TABLE "claim" ("id" TEXT PRIMARY KEY NOT NULL, "number" INTEGER NOT NULL, "text" TEXT NOT NULL, "kind" TEXT NOT NULL, "event" TEXT, "stated" TEXT, "published" TEXT, "place" TEXT NOT NULL, "quantity" TEXT NOT NULL, "denial" TEXT, "negates" TEXT REFERENCES "claim" (id) ON DELETE RESTRICT, "likelihood" TEXT, "likelihood_range" TEXT, "likelihood_reason" TEXT NOT NULL, "confidence" TEXT, "reason" TEXT NOT NULL, "credibility" TEXT, "credibility_reason" TEXT NOT NULL, "status" TEXT NOT NULL, "rank" REAL, "tlp" TEXT, "made_at" TEXT NOT NULL, "made_by" TEXT NOT NULL, CONSTRAINT claim_kind CHECK ("kind" IN ('reported', 'judgement', 'assumption', 'hypothesis')), CONSTRAINT claim_quantity CHECK (substr("quantity", 1, 1) IN ('[', '{')), CONSTRAINT claim_denial CHECK ("denial" IN ('fact', 'evidence', 'label', 'non-answer')), CONSTRAINT claim_likelihood_range CHECK ("likelihood_range" IS NULL OR substr("likelihood_range", 1, 1) IN ('[', '{')), CONSTRAINT claim_confidence CHECK ("confidence" IN ('low', 'moderate', 'high')), CONSTRAINT claim_credibility CHECK ("credibility" IN ('1', '2', '3', '4', '5', '6')), CONSTRAINT claim_status CHECK ("status" IN ('open', 'settled', 'withdrawn')), CONSTRAINT claim_rank CHECK ("rank" IS NULL OR abs("rank") <= 1e300), CONSTRAINT claim_tlp CHECK ("tlp" IN ('TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'))) STRICT;

CREATE INDEX claim_negates ON claim ("negates");

CREATE TABLE "assertion" ("id" TEXT PRIMARY KEY NOT NULL, "claim" TEXT NOT NULL REFERENCES "claim" (id) ON DELETE RESTRICT, "excerpt" TEXT REFERENCES "excerpt" (id) ON DELETE RESTRICT, "source" TEXT NOT NULL REFERENCES "source" (id) ON DELETE RESTRICT, "chain" TEXT NOT NULL, "mode" TEXT, "factuality" TEXT, "hedge" TEXT NOT NULL, "partial" INTEGER NOT NULL, "basis" TEXT NOT NULL, "observed" INTEGER NOT NULL, CONSTRAINT assertion_chain CHECK (substr("chain", 1, 1) IN ('[', '{')), CONSTRAINT assertion_mode CHECK ("mode" IN ('quotation', 'translated quotation', 'paraphrase', 'narrator attributed by context', 'narrator unattributed', 'headline', 'link teaser')), CONSTRAINT assertion_factuality CHECK ("factuality" IN ('CT+', 'PR+', 'PS+', 'CT-', 'PR-', 'PS-', 'CTu', 'Uu')), CONSTRAINT assertion_partial CHECK ("partial" IN (0, 1)), CONSTRAINT assertion_basis CHECK ("basis" IN ('stated', 'inferred', 'outside knowledge')), CONSTRAINT assertion_observed CHECK ("observed" IN (0, 1))) STRICT;

CREATE INDEX assertion_claim ON assertion ("claim");

CREATE INDEX assertion_excerpt ON assertion ("excerpt");

CREATE INDEX assertion_source ON assertion ("source");

CREATE TABLE "citation" ("id" TEXT PRIMARY KEY NOT NULL, "from_id" TEXT NOT NULL REFERENCES "source" (id) ON DELETE RESTRICT, "to_id" TEXT NOT NULL REFERENCES "source" (id) ON DELETE RESTRICT, "type" TEXT NOT NULL, "basis" TEXT NOT NULL, "excerpt" TEXT REFERENCES "excerpt" (id) ON DELETE RESTRICT, "reason" TEXT NOT NULL, CONSTRAINT citation_type CHECK ("type" IN ('quotes', 'paraphrases', 'relays', 'translates', 'republishes', 'mentions', 'depends partly')), CONSTRAINT citation_basis CHECK ("basis" IN ('stated', 'inferred', 'outside knowledge'))) STRICT;

CREATE INDEX citation_from_id ON citation ("from_id");

CREATE INDEX citation_to_id ON citation ("to_id");

CREATE INDEX citation_excerpt ON citation ("excerpt");

CREATE TABLE "link" ("id" TEXT PRIMARY KEY NOT NULL, "from_id" TEXT NOT NULL REFERENCES "claim" (id) ON DELETE RESTRICT, "to_id" TEXT NOT NULL, "type" TEXT NOT NULL, "reason" TEXT NOT NULL, "group" TEXT, "weight" TEXT NOT NULL, CONSTRAINT link_type CHECK ("type" IN ('supports', 'contradicts', 'undercuts', 'elaborates', 'same as', 'presupposes')), CONSTRAINT link_weight CHECK ("weight" IN ('weak', 'moderate', 'strong'))) STRICT;

CREATE INDEX link_from_id ON link ("from_id");

CREATE TABLE "discrepancy" ("id" TEXT PRIMARY KEY NOT NULL, "one" TEXT NOT NULL REFERENCES "excerpt" (id) ON DELETE RESTRICT, "other" TEXT NOT NULL REFERENCES "excerpt" (id) ON DELETE RESTRICT, "kind" TEXT NOT NULL, "verdict" TEXT, "reason" TEXT NOT NULL, CONSTRAINT discrepancy_kind CHECK ("kind" IN ('value', 'unit', 'date', 'place', 'name', 'modality', 'attribution', 'quotation')), CONSTRAINT discrepancy_verdict CHECK ("verdict" IN ('equal', 'agree after conversion and rounding', 'compatible', 'conflict', 'different measurand'))) STRICT;

CREATE INDEX discrepancy_one ON discrepancy ("one");

CREATE INDEX discrepancy_other ON discrepancy ("other");

CREATE TABLE "board" ("id" TEXT PRIMARY KEY NOT NULL, "title" TEXT NOT NULL, "rank" REAL NOT NULL, CONSTRAINT board_rank CHECK (abs("rank") <= 1e300)) STRICT;

CREATE TABLE "frame" ("id" TEXT PRIMARY KEY NOT NULL, "board" TEXT NOT NULL REFERENCES "board" (id) ON DELETE RESTRICT, "title" TEXT NOT NULL, "x" REAL NOT NULL, "y" REAL NOT NULL, "width" REAL NOT NULL, "height" REAL NOT NULL, "layer" INTEGER NOT NULL, "locked" INTEGER NOT NULL, "collapsed" INTEGER NOT NULL, "colour" TEXT NOT NULL, CONSTRAINT frame_x CHECK (abs("x") <= 1e300), CONSTRAINT frame_y CHECK (abs("y") <= 1e300), CONSTRAINT frame_width CHECK (abs("width") <= 1e300), CONSTRAINT frame_height CHECK (abs("height") <= 1e300), CONSTRAINT frame_locked CHECK ("locked" IN (0, 1)), CONSTRAINT frame_collapsed CHECK ("collapsed" IN (0, 1))) STRICT;

CREATE INDEX frame_board ON frame ("board");

CREATE TABLE "note" ("id" TEXT PRIMARY KEY NOT NULL, "number" INTEGER NOT NULL, "text" TEXT NOT NULL, "kind" TEXT NOT NULL, "state" TEXT NOT NULL, "about" TEXT REFERENCES "claim" (id) ON DELETE RESTRICT, "private" INTEGER NOT NULL, CONSTRAINT note_kind CHECK ("kind" IN ('note', 'gap', 'indicator')), CONSTRAINT note_state CHECK ("state" IN ('open', 'tasked', 'answered')), CONSTRAINT note_private CHECK ("private" IN (0, 1))) STRICT;

CREATE INDEX note_about ON note ("about");

CREATE TABLE "card" ("id" TEXT PRIMARY KEY NOT NULL, "board" TEXT NOT NULL REFERENCES "board" (id) ON DELETE RESTRICT, "record" TEXT NOT NULL, "x" REAL NOT NULL, "y" REAL NOT NULL, "width" REAL NOT NULL, "height" REAL NOT NULL, "layer" INTEGER NOT NULL, "locked" INTEGER NOT NULL, "colour" TEXT NOT NULL, CONSTRAINT card_x CHECK (abs("x") <= 1e300), CONSTRAINT card_y CHECK (abs("y") <= 1e300), CONSTRAINT card_width CHECK (abs("width") <= 1e300), CONSTRAINT card_height CHECK (abs("height") <= 1e300), CONSTRAINT card_locked CHECK ("locked" IN (0, 1))) STRICT;

CREATE INDEX card_board ON card ("board");

CREATE TABLE "tag" ("id" TEXT PRIMARY KEY NOT NULL, "label" TEXT NOT NULL, "colour" TEXT NOT NULL) STRICT;

CREATE TABLE "tagging" ("id" TEXT PRIMARY KEY NOT NULL, "tag" TEXT NOT NULL REFERENCES "tag" (id) ON DELETE RESTRICT, "record" TEXT NOT NULL) STRICT;

CREATE INDEX tagging_tag ON tagging ("tag");

CREATE TABLE "deferral" ("id" TEXT PRIMARY KEY NOT NULL, "warning" TEXT NOT NULL, "record" TEXT NOT NULL, "reason" TEXT NOT NULL, "made_at" TEXT NOT NULL, "made_by" TEXT NOT NULL) STRICT;

CREATE TABLE "independence" ("id" TEXT PRIMARY KEY NOT NULL, "one" TEXT NOT NULL, "other" TEXT NOT NULL, "verdict" TEXT NOT NULL, "reason" TEXT NOT NULL, "made_at" TEXT NOT NULL, "made_by" TEXT NOT NULL, CONSTRAINT independence_verdict CHECK ("verdict" IN ('assumed', 'shown'))) STRICT;

CREATE TABLE "brief_plan" ("id" TEXT PRIMARY KEY NOT NULL, "parts" TEXT NOT NULL, "left_out" TEXT NOT NULL, "depth" TEXT NOT NULL, "paper" TEXT NOT NULL, "audience" TEXT NOT NULL, CONSTRAINT brief_plan_parts CHECK (substr("parts", 1, 1) IN ('[', '{')), CONSTRAINT brief_plan_left_out CHECK (substr("left_out", 1, 1) IN ('[', '{')), CONSTRAINT brief_plan_depth CHECK ("depth" IN ('one page', 'standard', 'full annex')), CONSTRAINT brief_plan_paper CHECK ("paper" IN ('A4', 'Letter'))) STRICT;

CREATE TABLE "issue" ("id" TEXT PRIMARY KEY NOT NULL, "number" INTEGER NOT NULL, "issued_at" TEXT NOT NULL, "issued_by" TEXT NOT NULL, "file_name" TEXT NOT NULL, "form" TEXT NOT NULL, "sha256" TEXT NOT NULL, "state_hash" TEXT NOT NULL, "tlp" TEXT NOT NULL, "parts" TEXT NOT NULL, "depth" TEXT NOT NULL, "paper" TEXT NOT NULL, "audience" TEXT NOT NULL, "distribution" TEXT NOT NULL, "judgements" TEXT NOT NULL, CONSTRAINT issue_form CHECK ("form" IN ('pdf', 'html', 'md', 'docx')), CONSTRAINT issue_tlp CHECK ("tlp" IN ('TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR')), CONSTRAINT issue_parts CHECK (substr("parts", 1, 1) IN ('[', '{')), CONSTRAINT issue_depth CHECK ("depth" IN ('one page', 'standard', 'full annex')), CONSTRAINT issue_paper CHECK ("paper" IN ('A4', 'Letter')), CONSTRAINT issue_judgements CHECK (substr("judgements", 1, 1) IN ('[', '{'))) STRICT;
