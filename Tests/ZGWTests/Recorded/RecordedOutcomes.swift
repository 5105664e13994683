/// What each recorded response should decode to, checked by hand against the recordings: name, then outcome.
///
/// `pagina 2/147 +` is a page with 2 items of 147 with a next page (the recorder cut long pages short), `lijst` a plain
/// array, `json` an answer that is no resource of ours; an error is named with its status or main code.
let recordedOutcomes = """
  001-zaken-root | 14 namen
  002-documenten-root | 6 namen
  003-besluiten-root | 3 namen
  004-catalogi-root | 10 namen
  005-autorisaties-root | 1 namen
  006-auth-no-token | forbidden permission_denied
  007-auth-garbage-token | notSignedIn jwt-decode-error
  008-auth-wrong-secret | notSignedIn invalid-jwt-signature
  009-auth-unknown-client | notSignedIn invalid-client-identifier
  010-auth-expired-iat | notSignedIn jwt-expired
  011-auth-expired-exp | notSignedIn jwt-expiredsignatureerror
  012-auth-nbf-future | notSignedIn jwt-immaturesignatureerror
  013-auth-iat-future | zaken pagina 1/2000 +
  014-auth-missing-iat | notSignedIn jwt-missing-iat-claim
  015-auth-missing-client-id | notSignedIn missing-client-identifier
  016-auth-no-user-claims | zaken pagina 1/2000 +
  017-raadpleger-list | zaken pagina 2/147 +
  018-raadpleger-forbidden-zaak | forbidden permission_denied
  019-raadpleger-create-zaak | forbidden permission_denied
  020-raadpleger-besluiten | forbidden permission_denied
  021-crs-missing-accept | rejected 412 precondition_failed
  022-crs-wrong-accept | rejected 406 not_acceptable
  023-crs-missing-content | rejected 412 precondition_failed
  024-crs-not-needed-status | statussen pagina 1/6438 +
  025-zaken-list-page1 | zaken pagina 2/2000 +
  026-zaken-list-page2 | zaken pagina 2/2000 +
  027-zaken-list-default | zaken pagina 3/2000 +
  028-zaken-list-pagesize-1000 | zaken pagina 3/2000 +
  029-zaken-list-page-past-end | notFound
  030-zaken-list-unknown-param | rejected 400 unknown-parameters
  031-zaken-list-ordering | zaken pagina 2/2000 +
  032-zaken-list-ordering-invalid | rejected 400 invalid_choice
  033-zaken-list-registratiedatum-gt | zaken pagina 2/67 +
  034-zaken-list-invalid-date | rejected 400 invalid
  035-zaken-list-open | zaken pagina 2/42 +
  036-zaken-list-zaaktype-twice | zaken pagina 1/744 +
  037-zaken-list-expand | zaken pagina 1/2000 +
  038-zaken-list-expand-invalid | rejected 400 invalid_choice
  039-zaak-get | zaken 1 etag
  040-zaak-get-304 | ongewijzigd
  041-zaak-get-stale-etag | zaken 1 etag
  042-zaak-get-weak-etag | ongewijzigd
  043-zaak-head | kop met etag
  044-zaak-get-expand | zaken 1 etag
  045-zaak-get-expand-304 | ongewijzigd
  046-zaak-get-404 | notFound
  047-zaak-get-bad-uuid | lost 500
  048-zaak-delete-list-405 | rejected 405 method_not_allowed
  049-zaak-create | zaken 1
  050-zaak-create-own-identificatie | zaken 1
  051-zaak-create-duplicate-identificatie | rejected 400 identificatie-niet-uniek
  052-zaak-create-missing-fields | rejected 400 required
  053-zaak-create-invalid-rsin | rejected 400 invalid
  054-zaak-create-concept-zaaktype | rejected 400 not-published
  055-zaak-create-unknown-zaaktype | rejected 400 does_not_exist
  056-zaak-create-old-zaaktype-version | zaken 1
  057-zaak-create-bad-json | rejected 400 parse_error
  058-zaak-create-wrong-content-type | rejected 415 unsupported_media_type
  059-zaak-create-not-acceptable | rejected 406 not_acceptable
  060-zaaknummer-reserveren | json object
  061-zaaknummer-reserveren-3 | json lijst 3
  062-zaak-create-reserved-number | zaken 1
  063-zaak-create-reserved-number-again | rejected 400 identificatie-niet-uniek
  064-zaak-get-new | zaken 1 etag
  065-zaak-patch | zaken 1
  066-zaak-patch-if-match-stale | zaken 1
  067-zaak-get-if-match-stale | rejected 412
  068-zaak-patch-zaaktype-immutable | rejected 400 wijzigen-niet-toegelaten
  069-zaak-patch-identificatie-immutable | rejected 400 wijzigen-niet-toegelaten
  070-zaak-patch-einddatum-ignored | zaken 1
  071-zaak-put | zaken 1
  072-zaak-patch-laatstgeopend | zaken 1
  073-status-create | statussen 1
  074-status-create-duplicate-datum | rejected 400 unique
  075-status-create-future | rejected 400 date-in-future
  076-status-create-wrong-zaaktype | rejected 400 zaaktype-mismatch
  077-status-create-second | statussen 1
  078-status-delete-405 | rejected 405 method_not_allowed
  079-status-patch-405 | rejected 405 method_not_allowed
  080-statussen-van-zaak | statussen pagina 2/2
  081-rol-create-initiator | rollen 1
  082-rol-create-second-initiator | rejected 400 max-occurences
  083-rol-create-invalid-bsn | rejected 400 invalid
  084-rol-create-behandelaar | rollen 1
  085-rol-put | rollen 1
  086-rol-patch-405 | rejected 405 method_not_allowed
  087-rol-delete | leeg
  088-rol-get-after-delete | notFound
  089-zaakeigenschap-create | zaakeigenschappen 1
  090-zaakeigenschap-patch | zaakeigenschappen 1
  091-zaakeigenschappen-list | zaakeigenschappen lijst 1/1
  092-zaakobject-create-adres | zaakobjecten 1
  093-zaaknotitie-create | zaaknotities 1
  094-document-create-base64 | enkelvoudiginformatieobjecten 1
  095-document-create-wrong-omvang | rejected 400 file-size
  096-document-create-invalid-base64 | rejected 400 invalid-base64
  097-document-create-duplicate-identificatie | rejected 400 identificatie-niet-uniek
  098-document-get | enkelvoudiginformatieobjecten 1 etag
  099-document-get-304 | ongewijzigd
  100-document-download | 53 bytes
  101-document-download-range | 53 bytes
  102-zaakinformatieobject-create | zaakinformatieobjecten 1
  103-zaakinformatieobject-duplicate | rejected 400 unique
  104-zaakinformatieobject-wrong-type | rejected 400 missing-zaaktype-informatieobjecttype-relation
  105-zaakinformatieobjecten-van-zaak | zaakinformatieobjecten lijst 1/1
  106-objectinformatieobjecten-van-zaak | objectinformatieobjecten lijst 1/1
  107-document-delete-with-relation | rejected 400 pending-relations
  108-large-create | enkelvoudiginformatieobjecten 1
  109-large-unlock-incomplete | rejected 400 file-size
  110-large-part-wrong-size | rejected 400 file-size
  111-large-part-wrong-lock | rejected 400 incorrect-lock-id
  112-large-part-1 | json object
  113-large-part-2 | json object
  114-large-part-3 | json object
  115-large-get-while-locked | enkelvoudiginformatieobjecten 1 etag
  116-large-unlock | leeg
  117-large-get-after | enkelvoudiginformatieobjecten 1 etag
  118-large-download | 3000 bytes
  119-large-create-abandoned | enkelvoudiginformatieobjecten 1
  120-large-unlock-incomplete-forced | leeg
  121-large-get-incomplete | enkelvoudiginformatieobjecten 1 etag
  122-document-create-null-null | enkelvoudiginformatieobjecten 1
  123-document-patch-unlocked | rejected 400 unlocked
  124-document-lock | json object
  125-document-lock-again | rejected 400 existing-lock
  126-document-patch-no-lock | rejected 400 missing-lock-id
  127-document-patch-wrong-lock | rejected 400 incorrect-lock-id
  128-document-patch-v2 | enkelvoudiginformatieobjecten 1
  129-document-patch-v3-content | enkelvoudiginformatieobjecten 1
  130-document-unlock-wrong-lock | rejected 400 incorrect-lock-id
  131-document-unlock | leeg
  132-document-get-latest | enkelvoudiginformatieobjecten 1 etag
  133-document-get-versie-1 | enkelvoudiginformatieobjecten 1 etag
  134-document-get-versie-9 | notFound
  135-document-download-v1 | 53 bytes
  136-document-download-latest | 14 bytes
  137-documenten-list | enkelvoudiginformatieobjecten pagina 3/3586 +
  138-documenten-list-identificatie | enkelvoudiginformatieobjecten pagina 1/1
  139-documenten-list-unknown-param | rejected 400 unknown-parameters
  140-documenten-list-van-zaak | enkelvoudiginformatieobjecten pagina 1/1
  141-documenten-zoek | enkelvoudiginformatieobjecten pagina 2/2
  142-document-audittrail | json lijst 3
  143-documentnummer-reserveren | json object
  144-document-registreren | json object
  145-document-create-definitief | enkelvoudiginformatieobjecten 1
  146-document-definitief-lock | json object
  147-document-definitief-patch | enkelvoudiginformatieobjecten 1
  148-document-definitief-patch-superuser | enkelvoudiginformatieobjecten 1
  149-close-no-resultaat | rejected 400 resultaat-does-not-exist
  150-zaak-delete-with-resultaat-500 | lost 500
  151-zaak-get-after-500-delete | notFound
  152-documenten-zoek-versie-quirk | enkelvoudiginformatieobjecten pagina 2/2
  153-document-download-from-list-404 | notFound
  154-close-without-resultaat | rejected 400 informatieobject-locked
  155-resultaat-create | resultaten 1
  156-resultaat-create-second | rejected 400 unique
  157-resultaat-patch | resultaten 1
  158-close-locked-document | rejected 400 informatieobject-locked
  159-close-gebruiksrecht-unset | rejected 400 indicatiegebruiksrecht-unset
  160-gebruiksrechten-create | gebruiksrechten 1
  161-besluit-create | besluiten 1
  162-besluit-create-duplicate | rejected 400 identificatie-niet-uniek
  163-besluitinformatieobject-create | besluitinformatieobjecten 1
  164-zaakbesluiten-list | json lijst 1
  165-besluit-get | besluiten 1 etag
  166-besluit-patch | besluiten 1
  167-besluiten-list | besluiten pagina 1/1
  168-zaak-delete-with-besluit | rejected 400 related-besluiten
  169-zaak-close | statussen 1
  170-zaak-get-closed | zaken 1 etag
  171-closed-patch-no-scope | forbidden permission_denied
  172-closed-reopen-no-scope | forbidden permission_denied
  173-closed-add-rol-no-scope | forbidden permission_denied
  174-closed-add-document-no-scope | forbidden permission_denied
  175-closed-patch-superuser | zaken 1
  176-reopen-superuser | statussen 1
  177-zaak-get-reopened | zaken 1 etag
  178-audittrail-list | json lijst 6
  179-zoek-uuid-in | zaken pagina 3/3
  180-zoek-uuid-in-expand | lost 500
  181-zoek-uuid-in-expand-list | zaken pagina 1/1
  182-zoek-zaaktype-in | zaken pagina 2/405 +
  183-zoek-geo | zaken pagina 3/77
  184-zoek-empty | rejected 400 empty_search_body
  185-zoek-500-uuids | zaken pagina 0/0
  186-zaak-registreren | json object
  187-zaak-opschorten | json object
  188-zaak-verlengen | json object
  189-zaak-bijwerken | json object
  190-zaak-afsluiten | json object
  191-substatus-create | json object
  192-substatussen-list | json object
  193-besluit-verwerken | json object
  194-zaak-delete-no-scope | forbidden permission_denied
  195-zaak-delete | leeg
  196-zaak-get-after-delete | notFound
  197-zaak-delete-again | notFound
  198-document-delete | rejected 400 pending-relations
  199-zaakinformatieobject-delete | leeg
  200-catalogussen | catalogussen pagina 1/1
  201-zaaktypen-list | zaaktypen pagina 2/8 +
  202-zaaktypen-concept | zaaktypen pagina 1/1
  203-zaaktype-get | zaaktypen 1 etag
  204-zaaktype-304 | ongewijzigd
  205-statustypen-van-zaaktype | statustypen pagina 3/3
  206-resultaattypen-van-zaaktype | resultaattypen pagina 3/4
  207-roltypen-van-zaaktype | roltypen pagina 3/5
  208-zaaktypen-datumgeldigheid | zaaktypen pagina 1/1
  209-applicatie-consumer | applicaties 1
  """
