cask "peru-timeline" do
  arch arm: "arm64", intel: "x86_64"

  version "@VERSION@"
  sha256 arm:   "@SHA256 peru-timeline-@VERSION@-macos-arm64.dmg@",
         intel: "@SHA256 peru-timeline-@VERSION@-macos-x86_64.dmg@"

  url "@HOMEPAGE@/releases/download/v#{version}/peru-timeline-#{version}-macos-#{arch}.dmg"
  name "Peru Timeline"
  desc "Zoomable timeline of a source-cited chronology"
  homepage "@HOMEPAGE@"

  depends_on macos: ">= :sonoma"

  app "Peru Timeline.app"
  binary "#{appdir}/Peru Timeline.app/Contents/MacOS/peru-timeline"

  zap trash: [
    "~/Library/Application Support/peru-timeline",
    "~/Library/Caches/peru-timeline",
    "~/Library/Logs/peru-timeline",
  ]
end
