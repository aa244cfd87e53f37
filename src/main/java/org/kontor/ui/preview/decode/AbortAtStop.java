package org.kontor.ui.preview.decode;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Ends an image reader at the stop sign while it computes without reading. */
final class AbortAtStop implements IIOReadProgressListener {
  private final StopSign stop;

  AbortAtStop(StopSign stop) {
    this.stop = stop;
  }

  @Override
  public void imageProgress(ImageReader source, float percentageDone) {
    stop.check();
  }

  @Override
  public void imageStarted(ImageReader source, int imageIndex) {
    stop.check();
  }

  @Override
  public void imageComplete(ImageReader source) {}

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {}

  @Override
  public void sequenceComplete(ImageReader source) {}

  @Override
  public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

  @Override
  public void thumbnailProgress(ImageReader source, float percentageDone) {}

  @Override
  public void thumbnailComplete(ImageReader source) {}

  @Override
  public void readAborted(ImageReader source) {}
}
