"""The site in Pelican: a claim is an article, an article is a page. What is not needed is switched off."""

SITENAME = "Quays"
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
ARTICLE_PATHS = ["claims"]
PAGE_PATHS = ["sources"]
STATIC_PATHS = []
OUTPUT_PATH = "output"
THEME = "theme"
THEME_STATIC_PATHS = []
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["records"]
ARTICLE_URL = ARTICLE_SAVE_AS = "claims/{slug}.html"
PAGE_URL = PAGE_SAVE_AS = "sources/{slug}.html"
ARTICLE_ORDER_BY = PAGE_ORDER_BY = "slug"
DIRECT_TEMPLATES = ["home", "claims", "sources"]
HOME_SAVE_AS = "index.html"
CLAIMS_SAVE_AS = "claims/index.html"
SOURCES_SAVE_AS = "sources/index.html"
PAGINATED_TEMPLATES = {"claims": 100}
PAGINATION_PATTERNS = (
    (1, "{url}", "claims/index.html"),
    (2, "{base_name}/index.{number}.html", "claims/index.{number}.html"),
)
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
YEAR_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_SAVE_AS = DAY_ARCHIVE_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
CACHE_CONTENT = LOAD_CONTENT_CACHE = True  # a quarter less when warm, a fifth more when cold
