"""Building the table of news outlets from public lists: names and domains, nothing else."""

from __future__ import annotations

import csv
import gzip
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from credscore.errors import LabelsError

__all__ = ["build"]

_SOURCE = Path("data/outlets/outlets.csv.gz")
_HEADER = """\
# News outlets: name, domain, country, separated by tabs, sorted by name.
# Origin: written by credscore/training/outlets.py from public lists of names and addresses (Media
# Bias/Fact Check's extension, Wikipedia's lists, Local News Dataset 2018, fundus, Wikidata, and a
# short list of our own). Names and domains are facts; nothing else of those lists is kept.
# Admitted: a name that can stand for a news outlet in running text. Left out: journals, institutes,
# platforms, persons, captions, names of one common word, and names without an address unless they
# end as newspapers' names do. Being here says nothing of an outlet's quality.
# The first row of a name gives its domain; it is empty where several outlets bear the name.
"""


def _words(text: str) -> frozenset[str]:
    """Entries between blanks, an underscore for a blank in an entry."""
    return frozenset(entry.replace("_", " ") for entry in text.split())


# A name that ends in one of these says itself that it is an outlet.
_PRESS_WORDS = _words(
    """advertiser advertizer advocate banner beacon bee broadcasting bulletin bureau call chronicle
    citizen courant courier daily democrat dispatch eagle echo enterprise examiner express fm
    gazette globe guardian herald independent inquirer journal ledger magazine mail media
    mercury messenger mirror monitor news newspaper newspapers newswire observer outlook pioneer
    plaindealer post press radio record recorder register reporter republican review sentinel
    shimbun standard star statesman sun telegram telegraph television times today tribune tv
    voice weekly world"""
)
_JOURNAL_PUBLISHERS = _words(
    """acs.org ahajournals.org annualreviews.org asm.org biomedcentral.com bmj.com cambridge.org
    cell.com frontiersin.org hindawi.com jamanetwork.com jci.org karger.com liebertpub.com
    lww.com mdpi.com nature.com nejm.org oup.com oxfordjournals.org plos.org pnas.org pubmed.gov
    royalsociety.org rsc.org sagepub.com science.org sciencedirect.com sciencemag.org
    springer.com springeropen.com tandfonline.com thelancet.com wiley.com"""
)
# Hosts of other people's pages: an address there is not the outlet's.
_BORROWED = _words(
    """archive.org audacy.com blogspot.com bnf.fr books.google.com britishnewspaperarchive.co.uk
    comettv.com creuse.fr delpher.nl dovepress.com facebook.com fubo.tv geocities.com google.com
    handle.net hkbu.edu.hk instagram.com issuu.com kb.nl linkedin.com loc.gov medium.com
    myspace.com nasdaq.com newsbank.com newspapers.com nla.gov.au pressreader.com retronews.fr
    serialssolutions.com substack.com t.me tripod.com tumblr.com twitter.com umi.com uu.nl
    weebly.com wikidata.org wikipedia.org wixsite.com wordpress.com youtube.com zenon.org"""
)
_ORGANISATION = re.compile(
    r"\b(?:academ(?:y|ies)|acta|action|advis(?:e|o)rs|against|alliance|annals|archives? of|"
    r"association|bank|board|campaign|cent(?:er|re)|church|citizens|clinics?|coalition|"
    r"college|commission|committee|communications|conference|congress|corporation|"
    r"council|court|defen[cs]e fund|department|equity|families|federation|for america|"
    r"foundation|frontiers in|fund|group|health|hospital|initiative|institut\w*|"
    r"international|journal (?:of|for)|lancet|law|league|library|majority|medicine|"
    r"ministr(?:y|ies)|mission|movement|museum|nations|network|observatory|office|"
    r"organi[sz]ation|pac|part(?:y|ies)|patriots|policy|proceedings|project|research|"
    r"review of|safety|school|sciences?|services?|society|studies|think tank|trust|union|"
    r"universit\w+|watch|wiki\w*|wildlife|works)\b",
    re.IGNORECASE,
)
_NEWS_WORD = re.compile(
    r"\b(?:news\w*|times|herald|tribune|gazette|post|press|daily|magazine|radio|tv|television|"
    r"media|weekly|chronicle|monitor|reporter|broadcasting|fact[- ]?check\w*)\b",
    re.IGNORECASE,
)
# Organisations, platforms, companies and words that some list calls a source of information.
_NOT_OUTLETS = _words(
    """fitch_ratings official_gazette intergovernmental_panel_on_climate_change aaas aarp acled aclu
    act_for_america adl advameg aei aipac alec amazon america american amnesty_international
    ancestry.com answers.com arxiv avaaz baidu ballotpedia biography black_lives_matter bmj
    britannica brookings cair california_democrat cato cdc cell change.org children's_health_defense
    citizens_united code_pink connecticut constitution consumer_reports context crunchbase democrat
    discogs disney doctors_without_borders facebook familysearch find_a_grave flickr freedom_house
    freedomworks gab gallup geni.com github glaad goodreads google greenpeace guinness_world_records
    guttmacher hamas heritage hezbollah hoover human_rights_watch imdb indivisible innocence
    instagram ipsos jama judicial_watch kansas_city lancet liberal linkedin list live_action
    livejournal local mayo_clinic microsoft mit montana moveon moveon.org naacp nasa
    national_conference_of_state_legislatures nato nature netease netflix new_hampshire new_york nih
    nra numbersusa oath_keepers opensecrets oxfam patreon people_for_the_american_way peta pew
    pinterest planned_parenthood plos prageru pride project_veritas public_notice quora rand
    rand_corporation rasmussen_reports reddit republican rumble save_the_children science
    sierra_club south_african spacex splc spotify statista stratfor telegram truth_social
    turning_point twitter unesco unicef union united_nations unrwa urban_dictionary walmart webmd
    wechat whatsapp white_house who who's_who wikileaks wikipedia world_economic_forum worldometer
    yahoo yahoo! yelp yougov youtube zogby"""
)
_NON_PROFIT_OUTLETS = _words(
    """africa_check airwars al_ahali alternet american_prospect american_spectator aos_fatos
    apm_reports arizona_luminaria berkeleyside birminghamwatch block_club_chicago c-span
    calmatters campus_reform carbon_brief chalkbeat charlottesville_tomorrow charter_97
    climate_central climate_feedback common_dreams counterfire counterpunch current_affairs
    dcreport.org democracy_now democracy_now! education_next el_paso_matters eurasianet
    eurekaalert factcheck.org factcheckni forbidden_stories fort_worth_report full_fact_uk
    futurity global_voices globalpost grist hechinger_report insight_crime investigatewest
    israel21c jewish_currents jewish_telegraphic_agency jurist just_security kuow_npr
    left_foot_forward maplight markup maryland_matters mr_online national_interest
    new_humanitarian new_internationalist next_city notus npr oaklandside offguardian pesacheck
    phys.org portside prism progressive propublica psypost religion_dispatches republic_report
    responsible_statecraft san_antonio_report sapiens scottsdale_progress skwawkbox
    spotlight_delaware spotlight_pa stateline stopfake stream texas_tribune think_progress
    thinkprogress trace truthout uawire undark vera_files vtdigger washington_spectator
    wirepoints zenger"""
)
_GIVEN_NAMES = _words(
    """aaron adam alan albert alex alexander amy andrew andy ann anna anthony ben benjamin bernie
    bill billy bob brad brandon brian bruce candace carl caroline charles charlie chris christopher
    chuck dan daniel dave david deborah dennis diana dinesh don donald doug edward elizabeth
    eric frank fred gary george gerald glenn greg gregory harry henry howard hugh ian jack jacob
    jake james jamie jane jason jay jeff jeffrey jennifer jeremy jerry jessica jim joe joel john
    jonathan jordan joseph josh joshua juan judy julie justin karen karl kate keith kelly ken
    kenneth kevin kim kyle larry laura lauren lee linda lisa lou louis luke marc marie mark
    martin mary matt matthew max megan michael michelle mike milo nancy nathan neil nicholas
    nick noam norman oliver pam pamela pat patrick paul peter phil philip rachel ralph randy ray
    rebecca richard rick rob robert robin roger ron ronald rush russell ryan sam samuel sara
    sarah scott sean sharyl simon stephen steve steven stew susan tara ted terry thomas tim todd
    tom tony tracy travis tucker tyler victor vincent walter wayne william"""
)
_CALL_SIGN = re.compile(r"\b[KW][A-Z]{3}(?:-(?:TV|FM|AM))?\b")
_SUBCHANNEL = re.compile(r"[KW]\d*[A-Z]{1,4}(?:-(?:\w\w?|\d+))?\Z|\d+\w* [KW][A-Z]{3}\Z")
# A library's gate to other people's pages.
_PROXY = re.compile(r"(?:0-|ezproxy\.|elibrary\.)|.*\b(?:ebscohost|lexisnexis)\b")
_PARENTHESIS = re.compile(r"\s*\([^()]*\)?\s*")
# Agencies that no list has, and addresses that lists have wrong.
_ADDED = (
    ("100% Noticias", "100noticias.com.ni", "Nicaragua"),
    ("14ymedio", "14ymedio.com", "Cuba"),
    ("ABC News", "abcnews.go.com", "United States"),
    ("ABS-CBN News", "news.abs-cbn.com", "Philippines"),
    ("Ad Age", "adage.com", "United States"),
    ("Aftenposten", "aftenposten.no", "Norway"),
    ("Agence Kampuchea Presse", "akp.gov.kh", "Cambodia"),
    ("Agência Brasil", "agenciabrasil.ebc.com.br", "Brazil"),
    ("Al Mayadeen", "almayadeen.net", "Lebanon"),
    ("Al-Ahram", "ahram.org.eg", "Egypt"),
    ("Al-Araby Al-Jadeed", "alaraby.co.uk", "United Kingdom"),
    ("Al-Manar", "almanar.com.lb", "Lebanon"),
    ("Al-Masry Al-Youm", "almasryalyoum.com", "Egypt"),
    ("Al-Monitor", "al-monitor.com", "United States"),
    ("Algeria Press Service", "aps.dz", "Algeria"),
    ("American Banker", "americanbanker.com", "United States"),
    ("Amu TV", "amu.tv", "Afghanistan"),
    ("An-Nahar", "annahar.com", "Lebanon"),
    ("Anadolu Agency", "aa.com.tr", "Turkey"),
    ("ANGOP", "angop.ao", "Angola"),
    ("Animal Político", "animalpolitico.com", "Mexico"),
    ("APTN News", "aptnnews.ca", "Canada"),
    ("Arise News", "arise.tv", "Nigeria"),
    ("Armenpress", "armenpress.am", "Armenia"),
    ("Athens-Macedonian News Agency", "amna.gr", "Greece"),
    ("Austria Press Agency", "apa.at", "Austria"),
    ("Automotive News", "autonews.com", "United States"),
    ("Aviation Week", "aviationweek.com", "United States"),
    ("AyiboPost", "ayibopost.com", "Haiti"),
    ("Azertac", "azertag.az", "Azerbaijan"),
    ("Bahrain News Agency", "bna.bh", "Bahrain"),
    ("Baptist Press", "baptistpress.com", "United States"),
    ("BelTA", "belta.by", "Belarus"),
    ("BFMTV", "bfmtv.com", "France"),
    ("Blu Radio", "bluradio.com", "Colombia"),
    ("Cadena SER", "cadenaser.com", "Spain"),
    ("Caixin", "caixinglobal.com", "China"),
    ("Caracol Radio", "caracol.com.co", "Colombia"),
    ("Catholic News Agency", "catholicnewsagency.com", "United States"),
    ("Catholic News Service", "catholicnews.com", "United States"),
    ("CCTV", "cctv.com", "China"),
    ("Channels Television", "channelstv.com", "Nigeria"),
    ("Charlie Hebdo", "charliehebdo.fr", "France"),
    ("ChimpReports", "chimpreports.com", "Uganda"),
    ("CiberCuba", "cibercuba.com", "Cuba"),
    ("Citi FM", "citifmonline.com", "Ghana"),
    ("Citinewsroom", "citinewsroom.com", "Ghana"),
    ("Citizen TV", "citizen.digital", "Kenya"),
    ("City AM", "cityam.com", "United Kingdom"),
    ("City News Service", "socalnews.com", "United States"),
    ("Clarín", "clarin.com", "Argentina"),
    ("Cointelegraph", "cointelegraph.com", ""),
    ("CQ Roll Call", "rollcall.com", "United States"),
    ("CTV", "ctv.ca", "Canada"),
    ("Cubadebate", "cubadebate.cu", "Cuba"),
    ("Cumhuriyet", "cumhuriyet.com.tr", "Turkey"),
    ("Cyprus News Agency", "cna.org.cy", "Cyprus"),
    ("Czech Radio", "rozhlas.cz", "Czech Republic"),
    ("Czech Television", "ceskatelevize.cz", "Czech Republic"),
    ("Daily Graphic", "graphic.com.gh", "Ghana"),
    ("Daily Mirror", "mirror.co.uk", "United Kingdom"),
    ("Daily Sabah", "dailysabah.com", "Turkey"),
    ("Demirören News Agency", "dha.com.tr", "Turkey"),
    ("Denník N", "dennikn.sk", "Slovakia"),
    ("Diario de Cuba", "diariodecuba.com", "Spain"),
    ("Diario Libre", "diariolibre.com", "Dominican Republic"),
    ("Digiday", "digiday.com", "United States"),
    ("Dong-A Ilbo", "donga.com", "South Korea"),
    ("Echorouk", "echoroukonline.com", "Algeria"),
    ("Ekstra Bladet", "ekstrabladet.dk", "Denmark"),
    ("El Confidencial", "elconfidencial.com", "Spain"),
    ("El Faro", "elfaro.net", "El Salvador"),
    ("El Mercurio", "emol.com", "Chile"),
    ("El Watan", "elwatan.com", "Algeria"),
    ("Emirates News Agency", "wam.ae", "United Arab Emirates"),
    ("eNCA", "enca.com", "South Africa"),
    ("Entertainment Tonight", "etonline.com", "United States"),
    ("Esquire", "esquire.com", "United States"),
    ("Estadão", "estadao.com.br", "Brazil"),
    ("Ethiopian News Agency", "ena.et", "Ethiopia"),
    ("EUobserver", "euobserver.com", "Belgium"),
    ("Everyday Health", "everydayhealth.com", "United States"),
    ("Excélsior", "excelsior.com.mx", "Mexico"),
    ("Fars News Agency", "farsnews.ir", "Iran"),
    ("FBC News", "fbcnews.com.fj", "Fiji"),
    ("FlightGlobal", "flightglobal.com", "United Kingdom"),
    ("Focus Taiwan", "focustaiwan.tw", "Taiwan"),
    ("Folha de S.Paulo", "folha.uol.com.br", "Brazil"),
    ("Foreign Policy", "foreignpolicy.com", "United States"),
    ("France Inter", "radiofrance.fr", "France"),
    ("Franceinfo", "francetvinfo.fr", "France"),
    ("FreightWaves", "freightwaves.com", "United States"),
    ("Fuji TV", "fujitv.co.jp", "Japan"),
    ("Garowe Online", "garoweonline.com", "Somalia"),
    ("GB News", "gbnews.com", "United Kingdom"),
    ("Ghana News Agency", "gna.org.gh", "Ghana"),
    ("GloboNews", "g1.globo.com", "Brazil"),
    ("GovExec", "govexec.com", "United States"),
    ("GQ", "gq.com", "United States"),
    ("Guyana Chronicle", "guyanachronicle.com", "Guyana"),
    ("Hankyoreh", "hani.co.kr", "South Korea"),
    ("HealthDay News", "healthday.com", "United States"),
    ("Hespress", "hespress.com", "Morocco"),
    ("Hiiraan Online", "hiiraan.com", "Somalia"),
    ("HK01", "hk01.com", "Hong Kong"),
    ("Hromadske", "hromadske.ua", "Ukraine"),
    ("HVG", "hvg.hu", "Hungary"),
    ("Hürriyet", "hurriyet.com.tr", "Turkey"),
    ("Hürriyet Daily News", "hurriyetdailynews.com", "Turkey"),
    ("i24NEWS", "i24news.tv", "Israel"),
    ("Ihlas News Agency", "iha.com.tr", "Turkey"),
    ("Il Fatto Quotidiano", "ilfattoquotidiano.it", "Italy"),
    ("Il Messaggero", "ilmessaggero.it", "Italy"),
    ("ILNA", "ilna.ir", "Iran"),
    ("Ilta-Sanomat", "is.fi", "Finland"),
    ("Iltalehti", "iltalehti.fi", "Finland"),
    ("Inside Climate News", "insideclimatenews.org", "United States"),
    ("Iran International", "iranintl.com", "United Kingdom"),
    ("IranWire", "iranwire.com", "United Kingdom"),
    ("ISNA", "isna.ir", "Iran"),
    ("Jamaica Gleaner", "jamaica-gleaner.com", "Jamaica"),
    ("Jiji Press", "jiji.com", "Japan"),
    ("JoongAng Ilbo", "joongang.co.kr", "South Korea"),
    ("Jordan News Agency", "petra.gov.jo", "Jordan"),
    ("Joy FM", "myjoyonline.com", "Ghana"),
    ("Kan News", "kan.org.il", "Israel"),
    ("Kazinform", "inform.kz", "Kazakhstan"),
    ("KBS", "kbs.co.kr", "South Korea"),
    ("Kenya News Agency", "kenyanews.go.ke", "Kenya"),
    ("Keystone-SDA", "keystone-sda.ch", "Switzerland"),
    ("KFF Health News", "kffhealthnews.org", "United States"),
    ("Korean Central News Agency", "kcna.kp", "North Korea"),
    ("Kurdistan24", "kurdistan24.net", "Iraq"),
    ("Kuwait News Agency", "kuna.net.kw", "Kuwait"),
    ("L'Express", "lexpress.fr", "France"),
    ("L'Obs", "nouvelobs.com", "France"),
    ("L'Orient Today", "today.lorientlejour.com", "Lebanon"),
    ("La Croix", "la-croix.com", "France"),
    ("LAist", "laist.com", "United States"),
    ("Lao News Agency", "kpl.gov.la", "Laos"),
    ("Lawfare", "lawfaremedia.org", "United States"),
    ("Les Echos", "lesechos.fr", "France"),
    ("Libyan News Agency", "lana.gov.ly", "Libya"),
    ("Libération", "liberation.fr", "France"),
    ("Listín Diario", "listindiario.com", "Dominican Republic"),
    ("Live Science", "livescience.com", "United States"),
    ("Lloyd's List", "lloydslist.com", "United Kingdom"),
    ("Lusaka Times", "lusakatimes.com", "Zambia"),
    ("Ma'an News Agency", "maannews.net", "Palestine"),
    ("Maariv", "maariv.co.il", "Israel"),
    ("Mada Masr", "madamasr.com", "Egypt"),
    ("Maghreb Arabe Presse", "mapnews.ma", "Morocco"),
    ("Matangi Tonga", "matangitonga.to", "Tonga"),
    ("Mediazona", "zona.media", "Russia"),
    ("Men's Health", "menshealth.com", "United States"),
    ("Milenio", "milenio.com", "Mexico"),
    ("Ming Pao", "mingpao.com", "Hong Kong"),
    ("Mizzima", "mizzima.com", "Myanmar"),
    ("Montsame", "montsame.mn", "Mongolia"),
    ("Mosaique FM", "mosaiquefm.net", "Tunisia"),
    ("MotorTrend", "motortrend.com", "United States"),
    ("MSNBC", "msnbc.com", "United States"),
    ("Mwananchi", "mwananchi.co.tz", "Tanzania"),
    ("Myanmar Now", "myanmar-now.org", "Myanmar"),
    ("Naharnet", "naharnet.com", "Lebanon"),
    ("NAMPA", "nampa.org", "Namibia"),
    ("Nation News", "nationnews.com", "Barbados"),
    ("Nation.Cymru", "nation.cymru", "United Kingdom"),
    ("New Zimbabwe", "newzimbabwe.com", "Zimbabwe"),
    ("News Agency of Nigeria", "nannews.ng", "Nigeria"),
    ("Newzroom Afrika", "newzroomafrika.tv", "South Africa"),
    ("Notimex", "notimex.gob.mx", "Mexico"),
    ("Novaya Gazeta", "novayagazeta.ru", "Russia"),
    ("NRC Handelsblad", "nrc.nl", "Netherlands"),
    ("NRK", "nrk.no", "Norway"),
    ("NTB", "ntb.no", "Norway"),
    ("Nyasa Times", "nyasatimes.com", "Malawi"),
    ("NZ Herald", "nzherald.co.nz", "New Zealand"),
    ("O Estado de S. Paulo", "estadao.com.br", "Brazil"),
    ("O Globo", "oglobo.globo.com", "Brazil"),
    ("Oman News Agency", "omannews.gov.om", "Oman"),
    ("One America News", "oann.com", "United States"),
    ("Onet", "onet.pl", "Poland"),
    ("ORF", "orf.at", "Austria"),
    ("Ouest-France", "ouest-france.fr", "France"),
    ("OZY", "ozy.com", "United States"),
    ("People's Daily", "people.com.cn", "China"),
    ("Polish Press Agency", "pap.pl", "Poland"),
    ("Post-Courier", "postcourier.com.pg", "Papua New Guinea"),
    ("Postimees", "postimees.ee", "Estonia"),
    ("Prensa Latina", "prensa-latina.cu", "Cuba"),
    ("Prensa Libre", "prensalibre.com", "Guatemala"),
    ("Press Trust of India", "ptinews.com", "India"),
    ("Página/12", "pagina12.com.ar", "Argentina"),
    ("Qatar News Agency", "qna.org.qa", "Qatar"),
    ("Radio Dabanga", "dabangasudan.org", "Sudan"),
    ("Radio Tamazuj", "radiotamazuj.org", "South Sudan"),
    ("RealClearInvestigations", "realclearinvestigations.com", "United States"),
    ("Ritzau", "ritzau.dk", "Denmark"),
    ("RPP", "rpp.pe", "Peru"),
    ("RTBF", "rtbf.be", "Belgium"),
    ("RTHK", "rthk.hk", "Hong Kong"),
    ("RTVE", "rtve.es", "Spain"),
    ("RTÉ", "rte.ie", "Ireland"),
    ("RÚV", "ruv.is", "Iceland"),
    ("Saba News Agency", "saba.ye", "Yemen"),
    ("SaharaReporters", "saharareporters.com", "Nigeria"),
    ("Saudi Press Agency", "spa.gov.sa", "Saudi Arabia"),
    ("SB Nation", "sbnation.com", "United States"),
    ("SBS News", "sbs.com.au", "Australia"),
    ("Sing Tao", "singtao.com", "Hong Kong"),
    ("Slate", "slate.com", "United States"),
    ("Slovenian Press Agency", "sta.si", "Slovenia"),
    ("Sowetan", "sowetan.co.za", "South Africa"),
    ("SowetanLIVE", "sowetanlive.co.za", "South Africa"),
    ("STAT News", "statnews.com", "United States"),
    ("SUNA", "suna-sd.net", "Sudan"),
    ("Suspilne", "suspilne.media", "Ukraine"),
    ("SVT", "svt.se", "Sweden"),
    ("Swissinfo", "swissinfo.ch", "Switzerland"),
    ("Tanjug", "tanjug.rs", "Serbia"),
    ("TASS", "tass.com", "Russia"),
    ("Telemundo", "telemundo.com", "United States"),
    ("Thai News Agency", "tna.mcot.net", "Thailand"),
    ("The 74", "the74million.org", "United States"),
    ("The College Fix", "thecollegefix.com", "United States"),
    ("The Independent", "independent.co.uk", "United Kingdom"),
    ("The Marshall Project", "themarshallproject.org", "United States"),
    ("The Telegraph", "telegraph.co.uk", "United Kingdom"),
    ("The Times", "thetimes.co.uk", "United Kingdom"),
    ("TheCable", "thecable.ng", "Nigeria"),
    ("ThisDay", "thisdaylive.com", "Nigeria"),
    ("Time", "time.com", "United States"),
    ("TimesLIVE", "timeslive.co.za", "South Africa"),
    ("Tribune News Service", "tribunenewsservice.com", "United States"),
    ("Trinidad Guardian", "guardian.co.tt", "Trinidad and Tobago"),
    ("Tunis Afrique Presse", "tap.info.tn", "Tunisia"),
    ("TV Asahi", "tv-asahi.co.jp", "Japan"),
    ("TV Globo", "tvglobo.globo.com", "Brazil"),
    ("TV Rain", "tvrain.tv", "Russia"),
    ("TV5Monde", "tv5monde.com", "France"),
    ("TVNZ", "tvnz.co.nz", "New Zealand"),
    ("TVP", "tvp.pl", "Poland"),
    ("Télam", "telam.com.ar", "Argentina"),
    ("UNIAN", "unian.info", "Ukraine"),
    ("United Press International", "upi.com", "United States"),
    ("Vanuatu Daily Post", "dailypost.vu", "Vanuatu"),
    ("Vedomosti", "vedomosti.ru", "Russia"),
    ("Vice", "vice.com", "United States"),
    ("Vietnam News Agency", "vnanet.vn", "Vietnam"),
    ("Voice of America", "voanews.com", "United States"),
    ("Walla", "walla.co.il", "Israel"),
    ("Wirtualna Polska", "wp.pl", "Poland"),
    ("Women's Health", "womenshealthmag.com", "United States"),
    ("Yahoo Finance", "finance.yahoo.com", "United States"),
    ("Yahoo Sports", "sports.yahoo.com", "United States"),
    ("Yedioth Ahronoth", "yediot.co.il", "Israel"),
    ("Yle", "yle.fi", "Finland"),
    ("Ynet", "ynet.co.il", "Israel"),
    ("Zambia Daily Mail", "daily-mail.co.zm", "Zambia"),
)
# Outlets that many others cite and that the lists give no country.
_HOMES = {
    "Iran": "en.mehrnews.com",
    "Qatar": "aljazeera.com",
    "Saudi Arabia": "english.alarabiya.net",
    "Hong Kong": "scmp.com",
    "Ukraine": "kyivindependent.com ukrinform.com",
    "United Kingdom": "channel4.com economist.com ft.com itv.com reuters.com skysports.com",
    "United States": """axios.com breitbart.com businessinsider.com buzzfeed.com buzzfeednews.com
        c-span.org cbsnews.com cnn.com dailycaller.com dailykos.com espn.com factcheck.org
        forbes.com fortune.com foxbusiness.com huffpost.com motherjones.com msn.com
        nationalreview.com nbcnews.com newrepublic.com newsweek.com npr.org nymag.com
        politifact.com propublica.org qz.com realclearpolitics.com salon.com snopes.com
        statnews.com theatlantic.com theblaze.com thedailybeast.com thefederalist.com thehill.com
        theintercept.com theverge.com thewrap.com tmz.com townhall.com univision.com usnews.com
        vanityfair.com variety.com vice.com vox.com wired.com zerohedge.com""",
    "Venezuela": "telesurenglish.net",
}
_HOME = {domain: country for country, domains in _HOMES.items() for domain in domains.split()}
_TAG = re.compile(r"<[^<>]*>")
# Lists of outlets that are known beyond their town.
_WEIGHTS = {"hand": 8, "wikipedia_perennial": 4, "fundus": 3, "mbfc": 2}
# Endings of addresses that only a country's own outlets have; ".co", ".me", ".tv" are sold to all.
_ENDINGS = {
    "af": "Afghanistan", "ar": "Argentina", "at": "Austria", "au": "Australia",
    "bd": "Bangladesh", "be": "Belgium", "br": "Brazil", "ca": "Canada", "ch": "Switzerland",
    "cl": "Chile", "cn": "China", "cz": "Czechia", "de": "Germany", "dk": "Denmark",
    "eg": "Egypt", "es": "Spain", "fi": "Finland", "fr": "France", "gh": "Ghana", "gr": "Greece",
    "hk": "Hong Kong", "hu": "Hungary", "id": "Indonesia", "ie": "Ireland", "il": "Israel",
    "in": "India", "ir": "Iran", "it": "Italy", "jp": "Japan", "ke": "Kenya", "kr": "South Korea",
    "lk": "Sri Lanka", "mm": "Myanmar", "mx": "Mexico", "my": "Malaysia", "na": "Namibia",
    "ng": "Nigeria", "nl": "Netherlands", "no": "Norway", "np": "Nepal", "nz": "New Zealand",
    "ph": "Philippines", "pk": "Pakistan", "pl": "Poland", "pt": "Portugal", "ro": "Romania",
    "rs": "Serbia", "ru": "Russia", "sa": "Saudi Arabia", "se": "Sweden", "sg": "Singapore",
    "th": "Thailand", "tr": "Turkey", "tw": "Taiwan", "tz": "Tanzania", "ua": "Ukraine",
    "ug": "Uganda", "uk": "United Kingdom", "vn": "Vietnam", "za": "South Africa", "zm": "Zambia",
    "zw": "Zimbabwe",
}  # fmt: skip
_COUNTRIES = {
    "AR": "Argentina", "AT": "Austria", "AU": "Australia", "BD": "Bangladesh", "BE": "Belgium",
    "BR": "Brazil", "CA": "Canada", "CH": "Switzerland", "CL": "Chile", "CN": "China",
    "CZ": "Czechia", "DE": "Germany", "DK": "Denmark", "EG": "Egypt", "ES": "Spain",
    "FI": "Finland", "FR": "France", "GB": "United Kingdom", "GL": "Greenland", "GR": "Greece",
    "HU": "Hungary", "IL": "Israel", "IN": "India", "IR": "Iran", "ISL": "Iceland", "IT": "Italy",
    "JP": "Japan", "KE": "Kenya", "KR": "South Korea", "LI": "Liechtenstein", "LT": "Lithuania",
    "LU": "Luxembourg", "MX": "Mexico", "MY": "Malaysia", "NA": "Namibia", "NL": "Netherlands",
    "NO": "Norway", "NZ": "New Zealand", "PL": "Poland", "PT": "Portugal", "PY": "Paraguay",
    "RO": "Romania", "RU": "Russia", "SE": "Sweden", "TR": "Turkey", "TW": "Taiwan",
    "TZ": "Tanzania", "UA": "Ukraine", "VN": "Vietnam", "ZA": "South Africa",
    "People's Republic of China": "China", "Republic of Ireland": "Ireland",
    "United Kingdom of Great Britain and Ireland": "United Kingdom",
    "United States of America": "United States",
}  # fmt: skip


# Names that lists spell otherwise than the outlet does; `citations.txt` has those as aliases.
_SPELLINGS = {
    "Al Manar": "Al-Manar",
    "Al Masry Al Youm": "Al-Masry Al-Youm",
    "Al Monitor": "Al-Monitor",
    "Al-Mayadeen": "Al Mayadeen",
    "Animal Politico": "Animal Político",
    "BFM TV": "BFMTV",
    "City A.M.": "City AM",
    "Clarin": "Clarín",
    "EU Observer": "EUobserver",
    "Folha de S. Paulo": "Folha de S.Paulo",
    "France Info": "Franceinfo",
    "Hurriyet": "Hürriyet",
    "Hurriyet Daily News": "Hürriyet Daily News",
    "I24 News": "i24NEWS",
    "InsideClimate News": "Inside Climate News",
    "Kurdistan 24": "Kurdistan24",
    "Les Échos": "Les Echos",
    "Liberation": "Libération",
    "Real Clear Investigations": "RealClearInvestigations",
    "Sahara Reporters": "SaharaReporters",
    "Times Live": "TimesLIVE",
}
# Addresses that lists give to a name and that are another outlet's, or one page's of its own.
_MISTAKEN = frozenset(
    (
        ("Al Mayadeen", "english.almayadeen.net"),
        ("Al-Manar", "english.almanar.com.lb"),
        ("People", "people.com.cn"),
        ("Sabah", "dailysabah.com"),
    )
)


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    domain: str
    country: str
    weight: int


def build(data: Path, out: Path) -> int:
    """Write the table of outlets.

    Parameters
    ----------
    data : Path
        The data folder, which holds `data/outlets/outlets.csv.gz`.
    out : Path
        The file to write, such as `features/outlets.tsv`.

    Returns
    -------
    int
        Number of rows written.

    Raises
    ------
    LabelsError
        If the list of outlets is missing.
    """
    file = data / _SOURCE
    if not file.is_file():
        raise LabelsError(f"{file} is missing; give the folder that holds 'gold' and 'data'")
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        admitted = [row for record in csv.DictReader(lines) if (row := _admitted(record))]
    added = [_Row(name, domain, country, 99) for name, domain, country in _ADDED]
    rows = _merged(added + admitted)
    lines_out = [f"{row.name}\t{row.domain}\t{row.country}\n" for row in rows]
    out.write_text(_HEADER + "".join(lines_out), encoding="utf-8")
    return len(rows)


def _admitted(record: dict[str, str]) -> _Row | None:
    """The row of a record, cleaned, or None where it is no outlet that a text can name."""
    lists = record["lists"].split(";")
    name = _clean_name(record["name"])
    name = _SPELLINGS.get(name, name)
    domain = _clean_domain(record["domain"])
    if (name, domain) in _MISTAKEN:
        return None
    weight = sum(_WEIGHTS.get(entry, 1) for entry in lists)
    if "hand" not in lists and not _is_outlet(name, domain, record, lists):
        return None
    country = record["country"].strip()
    # A list without countries once took them from a borrowed address.
    if record["domain"] and not domain and "hand" not in lists:
        country = ""
    country = (
        _ENDINGS.get(domain.rpartition(".")[2])
        or _HOME.get(domain)
        or _COUNTRIES.get(country, country)
    )
    return _Row(name, domain, country, weight)


def _clean_name(name: str) -> str:
    """The name as running text would give it: no tags, no parentheses, no places after a dash."""
    plain = unicodedata.normalize("NFC", _TAG.sub("", name)).replace("’", "'").strip(" (\"'*·")
    if " - " in plain:
        pieces = plain.split(" - ")
        sign = _CALL_SIGN.search(plain)
        plain = sign.group() if sign else pieces[0]
    plain = _PARENTHESIS.sub(" ", plain)
    plain = plain.split(" / ")[0].split(" | ")[0].split(": ")[0]
    plain = re.sub(r"\s+", " ", plain).strip(" ,;:-–.\"'")
    for ending in (" newspaper", " Newspaper", " Newsaper"):
        if plain.count(" ") > 1:
            plain = plain.removesuffix(ending)
    return plain


def _clean_domain(domain: str) -> str:
    host = domain.lower().strip().strip(".").removeprefix("www.")
    borrowed = any(host == end or host.endswith("." + end) for end in _BORROWED)
    if "." not in host or borrowed or _PROXY.match(host):
        return ""
    return host.removeprefix("epaper.").removeprefix("edition.")


def _is_outlet(name: str, domain: str, record: dict[str, str], lists: list[str]) -> bool:
    bare = name.lower().removeprefix("the ")
    words = bare.split()
    if not bare or len(name) > 45 or len(words) > 6 or not any(map(str.isalpha, bare)):
        return False
    if bare in _NOT_OUTLETS or _SUBCHANNEL.match(name):
        return False
    ends_as_press = words[-1].rpartition("-")[2] in _PRESS_WORDS
    known = any(entry in lists for entry in ("wikipedia_perennial", "fundus"))
    if not domain:
        return (len(words) > 1 and ends_as_press) or (known and record["kind"] == "newspaper")
    if any(domain == end or domain.endswith("." + end) for end in _JOURNAL_PUBLISHERS):
        return False
    if record["kind"] in ("", "magazine"):
        return _is_news(name, words, domain)
    if record["kind"] == "college newspapers" or lists == ["wikidata_newspapers"]:
        # Wikidata names hundreds of newspapers by a word of another language, or by a title such
        # as "A life".
        return len(words) > 1 and (ends_as_press or words[0] in ("al", "el", "la", "le", "die"))
    if lists == ["local_news_2018"] and len(words) == 1:
        return bool(_CALL_SIGN.fullmatch(name))
    return len(words) > 1 or known or "mbfc" in lists


def _is_news(name: str, words: list[str], domain: str) -> bool:
    """Whether an entry of no stated kind is an outlet, not an organisation or a person."""
    news_word = _NEWS_WORD.search(name) is not None
    if domain.endswith((".gov", ".mil", ".int")) or ".gov." in domain:
        return False
    if domain.endswith(".edu") and not news_word:
        return False
    if _ORGANISATION.search(name) and not news_word:
        return False
    if domain.endswith(".org") and not news_word and words[-1] not in _PRESS_WORDS:
        # Most of these are for a cause, and the few outlets among them are known by name.
        return name.lower().removeprefix("the ") in _NON_PROFIT_OUTLETS
    # A blog under its writer's name: to find it would make the writer an outlet.
    return not (len(words) == 2 and words[0] in _GIVEN_NAMES and not news_word)


def _merged(rows: list[_Row]) -> list[_Row]:
    """One row for a name and domain, the best known first, an empty one first where none is."""
    by_name: dict[str, dict[str, _Row]] = defaultdict(dict)
    for row in sorted(rows, key=lambda row: (-row.weight, row.name)):
        of_name = by_name[row.name.lower().removeprefix("the ")]
        kept = of_name.get(row.domain)
        if kept is None:
            of_name[row.domain] = row
        elif not kept.country and row.country:
            of_name[row.domain] = _Row(kept.name, kept.domain, row.country, kept.weight)
    merged: list[_Row] = []
    for of_name in by_name.values():
        found = list(of_name.values())
        named = [row for row in found if row.domain]
        name = found[0].name
        if len(named) > 1 and named[0].weight == named[1].weight:
            merged.append(_Row(name, "", "", 0))
        elif not named:
            merged.append(found[0])
        merged.extend(_Row(name, row.domain, row.country, row.weight) for row in named)
    order = {id(row): place for place, row in enumerate(merged)}
    return sorted(merged, key=lambda row: (row.name.lower(), order[id(row)]))
